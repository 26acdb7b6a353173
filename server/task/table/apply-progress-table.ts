import { type Refusal, refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import type { ProgressReport } from '#domain/task/work/work-act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { refused } from '../../http/refused.ts';
import { type ActInput, type StoredAct, storeAct } from '../work/act-on-item.ts';
import { listDueRecords } from '../work/due-row.store.ts';

export type TableReport = ActInput & Omit<ProgressReport, 'kind'>;

/** Stores every report of a table, or none of them: one that cannot be stored now takes the others back. */
export function applyProgressTable(
  deps: Deps,
  { occurredOn, reports }: { readonly occurredOn: string; readonly reports: readonly TableReport[] },
): Promise<Result<{ stored: number }>> {
  return inScope(deps, async (tx) => {
    const stored: StoredAct[] = [];
    const problems: { dueItemId: string; why: readonly Refusal[] }[] = [];
    // In one order, so that two tables at once wait for each other rather than for ever.
    for (const { dueItemId, id, seen, ...said } of reports.toSorted((a, b) =>
      a.dueItemId.localeCompare(b.dueItemId),
    )) {
      const acted = await storeAct(
        tx,
        deps,
        { dueItemId, id, seen, occurredOn },
        { kind: 'report', ...said },
      );
      if (acted.ok) stored.push(acted.value);
      else problems.push({ dueItemId, why: acted.refusals });
    }
    if (problems.length > 0) {
      const itemIds = problems.map(({ dueItemId }) => dueItemId);
      const named = new Map(
        (await listDueRecords(tx, { itemIds }, { today: todayOf(deps) })).map((record) => [
          record.id,
          `${record.code} ${record.name} (${record.label})`,
        ]),
      );
      // Thrown, so that what was stored of the table goes back with the transaction.
      throw refused(
        problems.flatMap(({ dueItemId, why }) =>
          why.map((one) =>
            one.code.startsWith('access-')
              ? one
              : refusal('progress-table-row', {
                  work: named.get(dueItemId) ?? 'của bảng',
                  problem: refusalSentence(one),
                }),
          ),
        ),
      );
    }
    for (const { deps: by, audit } of stored) if (audit !== undefined) await appendAudit(tx, by, audit);
    return accept({ stored: stored.length });
  });
}
