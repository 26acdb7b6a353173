import { readFileSync } from 'node:fs';
import path from 'node:path';

export const SAMPLE = path.join(
  import.meta.dirname,
  '..',
  'samples',
  'ke-hoach-126-kh-ubnd-lang-son-2024.txt',
);

/** A plan of many tasks: the sample's own rows, repeated under numbers that go on. */
export function largePlan(tasks: number): string {
  const lines = readFileSync(SAMPLE, 'utf8').split('\n');
  const header = lines.find((line) => line.startsWith('STT\t')) ?? '';
  const rows = lines.filter((line) => /^\d+(\.\d+)*\t/.test(line));
  const repeated = Array.from({ length: tasks }, (_, at) =>
    (rows[at % rows.length] ?? '').replace(/^[\d.]+/, String(at + 1)),
  );
  return [header, ...repeated].join('\n');
}
