import type { RowWords, WordsReading } from '#contract/reading.ts';
import { phraseReaders } from '#domain/plan/document/read-row.ts';
import { readTargets } from '#domain/plan/target/read-target.ts';

/** How words would be read, to show while they are typed; what is left out is not read. */
export function readWords(words: RowWords, year: number | undefined): WordsReading {
  const read = phraseReaders(year);
  const cells = (lines: readonly string[] | undefined) =>
    lines?.filter((line) => line.trim() !== '').map((text) => ({ text, reading: [...read.agencies(text)] }));
  const leads = cells(words.leads);
  const coordinators = cells(words.coordinators);
  return {
    ...(words.deadline === undefined ? {} : { deadline: read.deadline(words.deadline) }),
    ...(leads === undefined ? {} : { leads }),
    ...(coordinators === undefined ? {} : { coordinators }),
    ...(words.deliverables === undefined
      ? {}
      : { targets: words.deliverables.flatMap((text) => readTargets({ text })) }),
  } as WordsReading;
}
