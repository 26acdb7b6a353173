const ROMAN = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** The number a mark of the outline stands for: "12", "XIV"; undefined of any other. */
export function parseOrdinal(mark: string): number | undefined {
  if (/^\d+$/.test(mark)) return Number(mark);
  if (!/^[IVXLC]+$/.test(mark)) return undefined;
  let rest = mark;
  let sum = 0;
  for (const [letters, value] of ROMAN)
    while (rest.startsWith(letters)) {
      sum += value;
      rest = rest.slice(letters.length);
    }
  return rest === '' ? sum : undefined;
}

export function formatRoman(number: number): string {
  let rest = number;
  let mark = '';
  for (const [letters, value] of ROMAN)
    while (rest >= value) {
      mark += letters;
      rest -= value;
    }
  return mark;
}
