import { fold } from '../kernel/text.ts';

// Near-identical texts are found by the least hashes of their runs of words (MinHash; A. Broder, "On the resemblance
// and containment of documents", 1997): the share of equal least hashes estimates how many runs two texts have in
// common. Reports copied from one another differ in a name and a figure and share nearly all runs.

const RUN = 5;
const HASHES = 64;
const BAND = 4;
/** Below this many words a text says too little to be called a copy. */
const LEAST_WORDS = 40;

/** From this share on two texts are called near-identical. */
export const NEAR_IDENTICAL = 0.75;

export type Fingerprint = readonly number[];

/** Undefined of a text too short to compare. */
export function takeFingerprint(text: string): Fingerprint | undefined {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (words.length < LEAST_WORDS) return undefined;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  const seen = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const hash = hashRun(words, at);
    if (seen.has(hash)) continue;
    seen.add(hash);
    for (let nth = 0; nth < HASHES; nth += 1) {
      const mixed = mix(hash ^ Math.imul(nth + 1, 0x9e3779b1));
      if (mixed < (least[nth] ?? 0)) least[nth] = mixed;
    }
  }
  return [...least];
}

/** Share of runs of words two texts have in common, estimated: 1 for the same text. */
export function estimateLikeness(a: Fingerprint, b: Fingerprint): number {
  const length = Math.min(a.length, b.length);
  if (length === 0) return 0;
  let equal = 0;
  for (let at = 0; at < length; at += 1) if (a[at] === b[at]) equal += 1;
  return equal / length;
}

/**
 * Keys under which a fingerprint is looked up: two that have none in common are hardly alike. With 16 keys of 4 hashes
 * texts that share 75 % are found in 99.7 % of cases.
 */
export function listBands(print: Fingerprint): readonly number[] {
  const bands: number[] = [];
  for (let from = 0; from < print.length; from += BAND) {
    let key = mix(from + 1);
    for (let at = from; at < from + BAND; at += 1) key = mix(key ^ (print[at] ?? 0));
    // Signed, as a database keeps them.
    bands.push(key | 0);
  }
  return bands;
}

function hashRun(words: readonly string[], from: number): number {
  // FNV-1a over the run, with a stroke between words.
  let hash = 0x811c9dc5;
  for (let at = from; at < from + RUN; at += 1) {
    const word = words[at] ?? '';
    for (let letter = 0; letter < word.length; letter += 1)
      hash = Math.imul(hash ^ word.charCodeAt(letter), 0x01000193);
    hash = Math.imul(hash ^ 0x2f, 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads the bits of a number evenly (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let held = value | 0;
  held = Math.imul(held ^ (held >>> 16), 0x85ebca6b);
  held = Math.imul(held ^ (held >>> 13), 0xc2b2ae35);
  return (held ^ (held >>> 16)) >>> 0;
}
