import { fold } from '../kernel/text.ts';

export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

const BEFORE = 80;
const AROUND = 240;

/** The words asked for, as searching compares them. */
export function listSearchWords(asked: string): readonly string[] {
  return [...new Set(fold(asked).split(/[^a-z0-9]+/))].filter((word) => word !== '');
}

/**
 * The place of a text where the words asked for stand closest together, with each of them marked, and words the last
 * one begins; the text's own words and diacritics are kept. Without any hit, its beginning.
 */
export function findExcerpt(text: string, asked: string): readonly ExcerptPart[] {
  const source = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const wanted = listSearchWords(asked);
  const last = wanted.at(-1);
  const words = [...source.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: fold(match[0]),
  }));
  const hits = words.filter(
    ({ folded }) => wanted.includes(folded) || (last !== undefined && folded.startsWith(last)),
  );
  const [first] = hits;
  if (first === undefined) return source === '' ? [] : [{ text: cut(source, 0, AROUND), isHit: false }];
  const at = densest(hits, first);
  const from = startOfWord(source, Math.max(0, at - BEFORE));
  const to = Math.min(source.length, from + AROUND);
  const parts: ExcerptPart[] = [];
  let done = from;
  for (const hit of hits) {
    if (hit.from < from || hit.to > to) continue;
    if (hit.from > done) parts.push({ text: source.slice(done, hit.from), isHit: false });
    parts.push({ text: source.slice(hit.from, hit.to), isHit: true });
    done = hit.to;
  }
  if (done < to) parts.push({ text: cut(source, done, to), isHit: false });
  return parts;
}

interface Hit {
  readonly from: number;
  readonly folded: string;
}

/** Where the most different words stand within one window. */
function densest(hits: readonly Hit[], first: Hit): number {
  let best = { at: first.from, count: 0 };
  for (const [index, hit] of hits.entries()) {
    const near = new Set<string>();
    for (let next = index; next < hits.length; next += 1) {
      const other = hits[next];
      if (other === undefined || other.from > hit.from + AROUND - BEFORE) break;
      near.add(other.folded);
    }
    if (near.size > best.count) best = { at: hit.from, count: near.size };
  }
  return best.at;
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 ? at : space + 1;
}

function cut(text: string, from: number, to: number): string {
  return `${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
