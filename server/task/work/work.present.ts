import type { WorkAct } from '#contract/task/work.ts';
import type { ActRecord } from './work.store.ts';

export function presentAct(record: ActRecord): WorkAct {
  return {
    id: record.id,
    seq: record.seq,
    kind: record.kind,
    body: record.body as Record<string, unknown>,
    actor: record.actor,
    personId: record.person_id,
    agencyId: record.agency_id,
    agencyName: record.agency_name,
    occurredOn: record.occurred_on,
    recordedAt: record.recorded_at,
  };
}
