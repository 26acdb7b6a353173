import type { AuditEntry, Hash, PlainValue } from './audit-entry.ts';

/**
 * The value as a database gives it back: only what JSON holds, and no character that PostgreSQL refuses (NUL, half
 * of a surrogate pair). What is hashed before storing must be what is hashed after reading.
 */
export function plainValue(value: unknown): PlainValue {
  const written = JSON.stringify(value);
  return written === undefined ? null : cleaned(JSON.parse(written) as PlainValue);
}

export function plainText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}

function cleaned(value: PlainValue): PlainValue {
  if (typeof value === 'string') return plainText(value);
  if (isList(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [plainText(key), cleaned(held)]));
}

/** The one way to write a value down: keys in the order of their code units, no spaces. */
export function canonicalJson(value: PlainValue): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** An instant as it is hashed: UTC, cut to the millisecond that the database keeps. */
export function canonicalInstant(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 3, roundingMode: 'floor' });
}

/** All of an entry that its hash covers: everything but the hash itself. */
export function hashOfEntry({ hash: _own, ...content }: AuditEntry, hash: Hash): string {
  return hash(canonicalJson({ ...content }));
}

/** The entry with the hash that links it to the one before. */
export function chainEntry(content: Omit<AuditEntry, 'hash'>, hash: Hash): AuditEntry {
  return { ...content, hash: hash(canonicalJson({ ...content })) };
}
