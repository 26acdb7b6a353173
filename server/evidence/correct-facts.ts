import type { FactCorrection, FactName } from '#domain/evidence/document-facts.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope, todayOf } from '../deps.ts';
import { presentEvidence, valuesOf } from './evidence.present.ts';
import { findEvidence, insertCorrections, listCorrections } from './evidence.store.ts';
import { refoldEvidence } from './refold-evidence.ts';
import { findRecord } from './search.store.ts';

const DAYS: Readonly<Partial<Record<FactName, string>>> = {
  issuedOn: 'Ngày ban hành',
  validFrom: 'Ngày có hiệu lực',
  validTo: 'Ngày hết hiệu lực',
};

/** Sets right what was read of a document; what was read stays beside it. */
export function correctFacts(
  deps: Deps,
  {
    evidenceId,
    corrections,
  }: { readonly evidenceId: string; readonly corrections: readonly FactCorrection[] },
): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const held = await findEvidence(tx, evidenceId);
    const record = held === undefined ? undefined : await findRecord(tx, evidenceId);
    if (held === undefined || record === undefined)
      return refuse(refusal('not-found', { what: 'tài liệu này' }));
    const allowed = deps.decide('evidence.correct', { agencyIds: [held.agency_id] });
    if (!allowed.ok) return allowed;
    const wrong = corrections.flatMap(({ fact, value }) => {
      const words = DAYS[fact];
      return words === undefined || value === null || isDay(value)
        ? []
        : [refusal('evidence-fact-invalid', { fact: words, value })];
    });
    if (wrong.length > 0) return refuse(...wrong);
    const before = valuesOf(presentEvidence(record, await listCorrections(tx, [evidenceId]), todayOf(deps)));
    const who = { personId: actorId(allowed.value), actor: actorName(allowed.value) };
    await insertCorrections(
      tx,
      deps.provinceId,
      evidenceId,
      corrections.map((one) => ({ ...one, ...who, id: deps.newId() })),
    );
    await refoldEvidence(tx, deps, [evidenceId]);
    await appendAudit(tx, allowed.value, {
      act: 'evidence.correct',
      subject: { kind: 'evidence', id: evidenceId, words: held.name },
      before: Object.fromEntries(corrections.map(({ fact }) => [fact, before[fact]])),
      after: Object.fromEntries(corrections.map(({ fact, value }) => [fact, value])),
    });
    return accept({ done: true as const });
  });
}

function isDay(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
}
