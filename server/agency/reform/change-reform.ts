import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Tx } from '../../db/executor.ts';
import { actorName, type Deps, inScope } from '../../deps.ts';
import {
  findReform,
  type HeldReform,
  insertReformAct,
  listDrafters,
  type ReformActKind,
  type ReformChange,
  updateReform,
} from './reform.store.ts';

export interface ReformStep {
  readonly reformId: string;
  /** The state the person saw; another one in the meantime is refused, not overwritten. */
  readonly revision: number;
  /** The act whose rule decides (access names them). */
  readonly act: Parameters<Deps['decide']>[0];
  readonly kind: ReformActKind;
  readonly reason?: string | undefined;
}

export interface Stepped {
  readonly change: ReformChange;
  readonly moved?: Readonly<Record<string, unknown>>;
  /** For the audit: what was and what is, beyond the state. */
  readonly before?: unknown;
  readonly after?: unknown;
}

const AUDIT_ACTS: Readonly<Record<ReformActKind, string>> = {
  created: 'reform.draft',
  changed: 'reform.draft',
  submitted: 'reform.submit',
  returned: 'reform.return',
  approved: 'reform.approve',
  applied: 'reform.apply',
  reversed: 'reform.reverse',
};

/**
 * One step in the life of a reform, in one transaction: whether whoever acts may do it to this reform in this state,
 * then what it does, then its act and the audit. What `work` refuses, it refuses before it writes.
 */
export function changeReform(
  deps: Deps,
  step: ReformStep,
  work: (tx: Tx, held: HeldReform, deps: Deps) => Promise<Result<Stepped>>,
): Promise<Result<{ revision: number }>> {
  return inScope(deps, async (tx) => {
    const held = await findReform(tx, step.reformId, { lock: true });
    if (held === undefined) return refuse(refusal('not-found', { what: 'phương án này' }));
    const me = deps.acting.actor?.personId ?? null;
    const drafted = (await listDrafters(tx, held.id)).includes(me);
    const allowed = deps.decide(step.act, {
      authorId: drafted ? me : held.authorId,
      state: held.state,
    });
    if (!allowed.ok) return allowed;
    if (held.revision !== step.revision) return refuse(refusal('reform-changed'));
    const acting = allowed.value;
    const stepped = await work(tx, held, acting);
    if (!stepped.ok) return stepped;
    const revision = held.revision + 1;
    const { change, moved, before, after } = stepped.value;
    await updateReform(tx, held.id, revision, change);
    await insertReformAct(tx, deps.provinceId, {
      id: deps.newId(),
      reformId: held.id,
      revision,
      kind: step.kind,
      personId: me,
      person: actorName(acting),
      reason: step.reason ?? null,
      moved: moved ?? null,
      occurredAt: deps.now().toString(),
    });
    await appendAudit(tx, acting, {
      act: AUDIT_ACTS[step.kind],
      subject: { kind: 'reform', id: held.id, words: change.title ?? held.title },
      before: before ?? { state: held.state },
      after: after ?? { state: change.state ?? held.state },
      ...(step.reason === undefined ? {} : { reason: step.reason }),
    });
    return accept({ revision });
  });
}
