import type { AuditVerdict, AuditEntry as Shown } from '#contract/audit.ts';
import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import { describeFault } from '#domain/audit/chain-words.ts';
import type { AuditCheck } from './check-audit.ts';

export function presentEntry(entry: AuditEntry): Shown {
  return {
    seq: entry.seq,
    occurredAt: entry.occurredAt,
    personId: entry.personId,
    personName: entry.personName,
    postTitle: entry.postTitle,
    agencyId: entry.agencyId,
    agencyName: entry.agencyName,
    onBehalfOfName: entry.onBehalfOfName,
    session: entry.session,
    address: entry.address,
    act: entry.act,
    subject: { kind: entry.subjectKind, id: entry.subjectId, words: entry.subjectWords },
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
    hash: entry.hash,
  };
}

export function presentVerdict(check: AuditCheck, checkedAt: Temporal.Instant): AuditVerdict {
  const { count, sealedDays, lastSealedDay, fault } = check;
  return {
    checkedAt: checkedAt.toString(),
    intact: fault === undefined,
    count,
    sealedDays,
    lastSealedDay,
    fault: fault === undefined ? null : { seq: fault.seq, kind: fault.kind, message: describeFault(fault) },
  };
}
