import { fold } from '../../kernel/text.ts';
import type { PlanRow } from './plan-reading.ts';

// Which row of one plan is which row of another: numbers change, names are reworded, tasks move between areas.

export type ComparedRow = Pick<
  PlanRow,
  | 'key'
  | 'code'
  | 'parentKey'
  | 'kind'
  | 'name'
  | 'deadline'
  | 'leads'
  | 'coordinators'
  | 'deliverables'
  | 'targets'
  | 'inherited'
>;

export interface RowMatch<Row> {
  readonly before: Row;
  readonly after: Row;
}

const SAME_PLACE = 0.4;
const ELSEWHERE = 0.75;
/** Above this many pairs only rows in the same place are compared by likeness. */
const MOST_PAIRS = 250_000;

/** Pairs of rows that are the same task; surest matches first, so that a likely one never takes a sure one's place. */
export function matchRows<Row extends ComparedRow>(
  before: readonly Row[],
  after: readonly Row[],
): readonly RowMatch<Row>[] {
  const left = new Map(before.map((row) => [row.key, row]));
  const right = new Map(after.map((row) => [row.key, row]));
  const matches: RowMatch<Row>[] = [];
  const pair = (one: Row, other: Row) => {
    left.delete(one.key);
    right.delete(other.key);
    matches.push({ before: one, after: other });
  };
  const names = new Map([...before, ...after].map((row) => [row, fold(row.name)]));
  const nameOf = (row: Row) => names.get(row) ?? '';
  const byKey = (key: (row: Row) => string) => {
    const waiting = Map.groupBy(left.values(), key);
    for (const other of [...right.values()]) {
      const one = waiting.get(key(other))?.shift();
      if (one !== undefined) pair(one, other);
    }
  };
  byKey((row) => `${row.code} ${nameOf(row)}`);
  byKey((row) => `${row.kind} ${nameOf(row)} ${row.leads.map(({ text }) => fold(text)).join(';')}`);
  byKey((row) => `${row.kind} ${nameOf(row)}`);
  pairByCode(left, right, pair, nameOf);
  if (left.size * right.size <= MOST_PAIRS) pairByLikeness(left, right, pair, nameOf);
  return matches;
}

function pairByCode<Row extends ComparedRow>(
  left: ReadonlyMap<string, Row>,
  right: ReadonlyMap<string, Row>,
  pair: (one: Row, other: Row) => void,
  nameOf: (row: Row) => string,
): void {
  const codes = Map.groupBy(left.values(), ({ code }) => code);
  for (const other of [...right.values()]) {
    const waiting = codes.get(other.code) ?? [];
    const at = waiting.findIndex((one) => likeness(nameOf(one), nameOf(other)) >= SAME_PLACE);
    const [one] = at === -1 ? [] : waiting.splice(at, 1);
    if (one !== undefined) pair(one, other);
  }
}

function pairByLikeness<Row extends ComparedRow>(
  left: ReadonlyMap<string, Row>,
  right: ReadonlyMap<string, Row>,
  pair: (one: Row, other: Row) => void,
  nameOf: (row: Row) => string,
): void {
  const candidates = [...left.values()]
    .flatMap((one) =>
      [...right.values()].map((other) => ({ one, other, like: likeness(nameOf(one), nameOf(other)) })),
    )
    .filter(({ like }) => like >= ELSEWHERE)
    .sort((a, b) => b.like - a.like);
  for (const { one, other } of candidates) if (left.has(one.key) && right.has(other.key)) pair(one, other);
}

/** Share of words two names have in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const left = new Set(one.split(' '));
  const right = new Set(other.split(' '));
  return (2 * [...left].filter((word) => right.has(word)).length) / Math.max(1, left.size + right.size);
}
