import { clean } from '../../kernel/text.ts';
import { type ClauseText, cleanPhrase, getClauseText, sliceClause } from './clause-text.ts';
import { distributeList } from './distribute-list.ts';
import { divideClause } from './divide-clause.ts';
import { type Due, findDues } from './find-dues.ts';
import { findNumbers, type NumberSpan } from './find-numbers.ts';
import { type Given, type NumberReading, readNumber } from './read-number.ts';
import { readBan, readBareChange, readExistence } from './read-without-number.ts';
import { splitClauses } from './split-clauses.ts';
import type { Target } from './target.ts';

// A product phrase is cut into clauses; in each clause numbers that are measures are found, and the words around a
// number say how it is meant. A clause without a measure may still be a change ("cao hơn năm 2023"), a ban
// ("không để …") or a thing that must exist ("Quyết định của UBND tỉnh").

export interface TargetPhrase {
  readonly text: string;
  /** Name of the indicator, where it stands in a column of its own. */
  readonly subject?: string;
  readonly unit?: string;
}

/** Longer than any clause a person wrote: read as it comes, in pieces. */
const LONGEST = 2000;

/** The measurable promises of a phrase, in order; empty where it promises nothing measurable. */
export function readTargets({ text, subject, unit }: TargetPhrase): readonly Target[] {
  const whole = cleanPhrase(text);
  if (whole === '') return [];
  const given: Given = {
    ...(subject === undefined || clean(subject) === '' ? {} : { subject: clean(subject) }),
    ...(unit === undefined || clean(unit) === '' ? {} : { unit: clean(unit) }),
  };
  const targets: Target[] = [];
  let last: NumberReading | undefined;
  for (const clause of splitClauses(whole).flatMap(pieces)) {
    const read = readClause(getClauseText(clause), given, last);
    targets.push(...read.targets);
    last = read.last;
  }
  return targets;
}

function pieces(clause: string): readonly string[] {
  if (clause.length <= LONGEST) return [clause];
  const parts: string[] = [];
  for (let at = 0; at < clause.length; ) {
    const space = clause.lastIndexOf(' ', at + LONGEST);
    const end = at + LONGEST >= clause.length ? clause.length : space > at ? space : at + LONGEST;
    parts.push(clause.slice(at, end));
    at = end + 1;
  }
  return parts;
}

interface ClauseReading {
  readonly targets: readonly Target[];
  readonly last: NumberReading | undefined;
}

function readClause(clause: ClauseText, given: Given, before: NumberReading | undefined): ClauseReading {
  const dues = findDues(clause);
  const signed = given.unit === undefined ? undefined : readSigned(clause, given);
  if (signed !== undefined) return { targets: [signed], last: undefined };
  const numbers = findNumbers(clause, given.unit !== undefined);
  const bans = findBans(clause, numbers);
  const measures = numbers.filter(({ from }) => !bans.some((ban) => from >= ban.from && from < ban.to));
  const banned = bans.flatMap(({ from, to }) => readBan(sliceClause(clause, from, to), given.subject) ?? []);
  if (measures.length === 0) {
    if (banned.length > 0)
      return {
        targets: banned.map((target) => withDue(target, dues, 0, dues.length === 1)),
        last: undefined,
      };
    const alone = readBareChange(clause, given.subject) ?? readExistence(clause, given.subject);
    const targets = alone === undefined ? [] : [withDue(alone, dues, 0, alone.comparator !== 'exists')];
    return { targets, last: undefined };
  }
  const territories = divideClause(clause, measures);
  const readings: NumberReading[] = [];
  let last = before;
  for (const [at] of measures.entries()) {
    const reading = readNumber({ clause, numbers: measures, territories, given }, at, last);
    readings.push(reading);
    last = reading;
  }
  const shared = distributeList(
    clause,
    measures,
    readings.map(({ target }) => target),
  );
  const targets = shared.flatMap((target, at) => {
    const number = measures[at];
    if (target === undefined || number === undefined) return [];
    return [
      withDue(
        target,
        dues,
        number.from,
        false,
        shared.length === 1 || at === shared.length - 1 ? number.to : measures[at + 1]?.from,
      ),
    ];
  });
  const changes = findBareChanges(clause, numbers, given);
  return { targets: [...targets, ...banned, ...changes], last };
}

/** In a column of values with a unit of its own, "-0,5" is a negative number, not an item of a list. */
function readSigned({ key }: ClauseText, given: Given): Target | undefined {
  const match = /^[-]\s?(\d+(?:[.,]\d+)?)\s*%?$/.exec(key);
  if (match?.[1] === undefined) return undefined;
  return { comparator: '=', value: -Number(match[1].replace(',', '.')), ...given };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const BAN_STARTS =
  /(?:^|,\s*|\sva\s+|\s(?:bao dam|dam bao|phan dau)\s+|(?<=^[^,%\d]{0,60}\s))(?=khong (?:de|co|con|xay ra|phat sinh|no dong|ton dong)\s)/g;

/** Each ban and how far it reaches: up to the comma before a measure of its own; numbers inside only narrow it. */
function findBans({ key }: ClauseText, numbers: readonly NumberSpan[]): readonly Span[] {
  const spans: Span[] = [];
  for (const match of key.matchAll(BAN_STARTS)) {
    const at = match.index + match[0].length;
    if (spans.some(({ from, to }) => at >= from && at < to)) continue;
    const rest = key.slice(at);
    if (/^khong (?:con|co) (?:qua|duoi|tren)\s/.test(rest)) continue;
    const ahead = key.slice(0, at);
    if (numbers.some(({ to }) => to <= at) && !/(?:,|\sva|bao dam|dam bao|phan dau)\s*$/.test(ahead))
      continue;
    const next = /,\s+(?=(?:[^,]*\s)?(?:\d|ty le|ti le|khong (?:de|co|con)|tang|giam))/.exec(rest);
    const from = /(?:,|\sva)\s*$/.test(ahead) || numbers.some(({ to }) => to <= at) ? at : 0;
    spans.push({ from, to: next === null ? key.length : at + next.index });
  }
  return spans;
}

/** A part of a clause beside its numbers that tells a change without one: "GRDP cao hơn năm 2023, giải ngân đạt 95%". */
function findBareChanges(
  clause: ClauseText,
  numbers: readonly NumberSpan[],
  given: Given,
): readonly Target[] {
  if (given.unit !== undefined) return [];
  const found: Target[] = [];
  let from = 0;
  for (const end of [...[...clause.key.matchAll(/,\s/g)].map(({ index }) => index), clause.key.length]) {
    const part = sliceClause(clause, from, end);
    const free = !numbers.some((number) => number.from < end && number.to > from);
    const start = from;
    from = end + 1;
    if (
      !free ||
      !/(?:cao hon|thap hon|nhieu hon|it hon|tang|giam).*(?:so voi|nam 20\d{2}|nam truoc)/.test(part.key)
    )
      continue;
    const change = readBareChange({ ...part }, undefined);
    if (change?.baseline !== undefined && start >= 0) found.push(change);
  }
  return found;
}

/** The period nearest before the number; one that follows it, up to the next number; or the only one at the end. */
function withDue(target: Target, dues: readonly Due[], from: number, any: boolean, until?: number): Target {
  const before = dues.findLast((due) => due.to <= from);
  const after = dues.find((due) => due.from >= from && (until === undefined || due.from < until || any));
  const late = dues.find((due) => due.from >= from);
  const due = (any ? (before ?? late) : (nearer(before, after, dues) ?? late)) ?? undefined;
  return due === undefined || target.deadline !== undefined ? target : { ...target, deadline: due.date };
}

function nearer(before: Due | undefined, after: Due | undefined, dues: readonly Due[]): Due | undefined {
  if (before === undefined) return after;
  return after !== undefined && dues.length === 1 ? after : before;
}
