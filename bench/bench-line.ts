/** One line of a bench: what was measured, and its figures. */
export interface BenchLine {
  readonly name: string;
  readonly [figure: string]: string | number;
}

/** To one decimal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
