import type { JoinedTable } from './join-rows.ts';
import type { Receipt } from './plan-reading.ts';
import type { SourceDocument } from './source.ts';
import { stripMarkup } from './split-deliverables.ts';

// The receipt of a reading: each word of the source is found again once, as kept, header, repeated or markup.
// It is counted from what the reading holds, not from what it meant to hold; what is not found again is lost.

export function countWords(
  source: SourceDocument,
  joined: JoinedTable,
  outside: readonly { readonly text: string }[],
): Receipt {
  const left = new Map<string, number>();
  let words = 0;
  for (const text of sourceTexts(source))
    for (const word of wordsOf(text)) {
      words += 1;
      left.set(word, (left.get(word) ?? 0) + 1);
    }
  const take = (texts: Iterable<string>): number => {
    let taken = 0;
    for (const text of texts)
      for (const word of wordsOf(text)) {
        const count = left.get(word) ?? 0;
        if (count === 0) continue;
        left.set(word, count - 1);
        taken += 1;
      }
    return taken;
  };
  const held = [...rowTexts(joined), ...outside.map(({ text }) => text)].map(stripMarkup);
  const markup = take(held.flatMap((text) => text.markup));
  const header = take(joined.headerCells.map(({ text }) => text));
  const repeated = joined.repeated.map(({ text }) => text);
  take(repeated);
  const kept = take(held.map(({ text }) => text));
  const lost = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return { words, kept, header, markup, repeated, lost };
}

function rowTexts(joined: JoinedTable): string[] {
  return joined.rows.flatMap((row) => [
    ...Object.values(row.cells).flatMap((cell) => cell?.parts ?? []),
    ...row.notes.flatMap(({ cell }) => cell.parts),
    ...row.secondLeads.flatMap(({ leads, coordinators }) => [...leads.parts, ...(coordinators?.parts ?? [])]),
  ]);
}

function* sourceTexts(source: SourceDocument): Generator<string> {
  for (const block of source.blocks) {
    if (block.type === 'paragraph') yield* divided(block.text);
    else for (const row of block.rows) for (const cell of row.cells) yield* divided(cell.text);
  }
}

function* divided(text: string): Generator<string> {
  const { text: bare, markup } = stripMarkup(text);
  yield bare;
  yield* markup;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}
