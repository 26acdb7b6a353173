import type { PlainValue } from './audit-entry.ts';
import { canonicalJson } from './canonical.ts';

/** One value an act altered: where it stands in the thing, and what it was and became, in words. */
export interface AlteredValue {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between the values before an act and after it; a side that was not there has no words. */
export function compareValues(before: PlainValue, after: PlainValue): readonly AlteredValue[] {
  const [held, found] = [flatten(before), flatten(after)];
  return [...new Set([...held.keys(), ...found.keys()])]
    .map((field) => ({ field, before: held.get(field) ?? '', after: found.get(field) ?? '' }))
    .filter((one) => one.before !== one.after);
}

function flatten(value: PlainValue, field = ''): ReadonlyMap<string, string> {
  if (value === null) return new Map();
  if (typeof value !== 'object') return new Map([[field, writeValue(value)]]);
  if (isList(value)) return new Map([[field, value.map(writeItem).join('; ')]]);
  return new Map(
    Object.entries(value).flatMap(([key, held]) => [
      ...flatten(held, field === '' ? key : `${field}.${key}`),
    ]),
  );
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function writeItem(item: PlainValue): string {
  return typeof item === 'object' ? canonicalJson(item) : writeValue(item);
}

function writeValue(value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return String(value);
}
