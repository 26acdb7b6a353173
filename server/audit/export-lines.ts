import { createHash } from 'node:crypto';
import type { AuditEntry, PlainValue } from '#domain/audit/audit-entry.ts';
import type { AuditRoot } from '#domain/audit/audit-root.ts';
import { canonicalJson } from '#domain/audit/canonical.ts';
import type { AuditHead } from '#domain/audit/verify-chain.ts';
import type { AuditFilter } from './audit.store.ts';
import type { AuditKey } from './audit-key.ts';

export const EXPORT_FORMAT = 'don-doc-audit';

export interface ExportHeader {
  readonly province: { readonly id: string; readonly code: string; readonly name: string };
  readonly exportedAt: string;
  readonly head: AuditHead | null;
  /** What was asked for; null where everything was, and only then can the chain be checked. */
  readonly filter: AuditFilter | null;
}

/**
 * The audit as a file, one JSON object a line, each in its canonical form: a header, the seals of the days, the
 * entries, and last a seal over every byte before it. Without a key the last line says so.
 */
export async function* exportLines(
  header: ExportHeader,
  roots: readonly AuditRoot[],
  entries: AsyncIterable<readonly AuditEntry[]>,
  key: AuditKey | undefined,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const write = (kind: string, content: object) => {
    const line = writeLine(kind, content);
    digest.update(line);
    return line;
  };
  yield write('header', {
    ...header,
    filter: header.filter === null ? null : JSON.parse(JSON.stringify(header.filter)),
    format: EXPORT_FORMAT,
    version: 1,
    publicKey: key?.publicKey ?? null,
  });
  for (const root of roots) yield write('root', root);
  for await (const some of entries) yield some.map((entry) => write('entry', entry)).join('');
  const sum = digest.digest('hex');
  yield writeLine('seal', { digest: sum, keyId: key?.keyId ?? null, signature: key?.sign(sum) ?? null });
}

function writeLine(kind: string, content: object): string {
  return `${canonicalJson({ kind, ...content } as PlainValue)}\n`;
}
