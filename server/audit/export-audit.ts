import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import { type Deps, inScope } from '../deps.ts';
import { appendAudit } from './append-audit.ts';
import { type AuditFilter, getChainEnd, listEntries, readStep } from './audit.store.ts';
import type { AuditKey } from './audit-key.ts';
import { exportLines } from './export-lines.ts';

export interface ExportedAudit {
  readonly lines: AsyncGenerator<string>;
  /** The last entry that is in it: that of the exporting itself. */
  readonly upTo: number;
}

const STEP = 2_000;

/** The audit as lines of a file; that it was taken away is itself in the audit, and in the file. */
export async function exportAudit(
  deps: Deps,
  key: AuditKey | undefined,
  filter: AuditFilter,
): Promise<ExportedAudit> {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const { province, head, upTo, roots } = await inScope(deps, async (tx) => {
    await appendExport(tx, deps, 'jsonl', filter);
    const { id, code, name } = await tx
      .selectFrom('province')
      .selectAll()
      .where('id', '=', deps.provinceId)
      .executeTakeFirstOrThrow();
    return { province: { id, code, name }, ...(await getChainEnd(tx)) };
  });
  return {
    upTo,
    lines: exportLines(
      { province, exportedAt: deps.now().toString(), head, filter: isFiltered ? filter : null },
      isFiltered ? [] : roots,
      isFiltered ? readFiltered(deps, filter, upTo) : readAll(deps, upTo),
      key,
    ),
  };
}

export function appendExport(
  tx: Parameters<typeof appendAudit>[0],
  deps: Deps,
  format: 'jsonl' | 'xlsx',
  filter: AuditFilter,
): Promise<void> {
  return appendAudit(tx, deps, {
    act: 'audit.export',
    subject: { kind: 'audit', id: 'audit', words: 'Nhật ký' },
    after: { format, ...filter },
  });
}

/** Each step a transaction of its own: a slow reader of the file holds none open. */
async function* readAll(deps: Deps, upTo: number): AsyncGenerator<readonly AuditEntry[]> {
  for (let last = 0; last < upTo; ) {
    const after = last;
    const entries = await inScope(deps, (tx) => readStep(tx, { after, upTo }));
    if (entries.length === 0) return;
    yield entries;
    last = entries.at(-1)?.seq ?? upTo;
  }
}

async function* readFiltered(
  deps: Deps,
  filter: AuditFilter,
  upTo: number,
): AsyncGenerator<readonly AuditEntry[]> {
  for (let before = upTo + 1; ; ) {
    const at = before;
    const entries = await inScope(deps, (tx) => listEntries(tx, filter, { before: at, limit: STEP }));
    if (entries.length === 0) return;
    yield entries;
    before = entries.at(-1)?.seq ?? 0;
  }
}
