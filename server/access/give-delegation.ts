import {
  type DelegationProposal,
  decideDelegation,
  decideRevocation,
  MOST_DELEGATED_DAYS,
} from '#domain/access/decide-delegation.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { wholeProvince, withScope } from '../db/executor.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { findDelegation, insertDelegation, listRunningOf, revokeDelegations } from './delegation.store.ts';
import { findPerson } from './people.store.ts';
import { findPost, listHeldFrom } from './post.store.ts';

interface Given extends DelegationProposal {
  readonly postId: string;
  readonly reason: string;
}

export async function giveDelegation(
  deps: Deps,
  { postId, reason, ...proposal }: Given,
): Promise<Result<{ delegationId: string }>> {
  const today = todayOf(deps);
  // Posts elsewhere are not seen by who delegates, and count all the same: duties are kept apart by all of them.
  const held = await withScope(deps.db, wholeProvince(deps.provinceId), (tx) =>
    listHeldFrom(tx, proposal.toPersonId, proposal.validFrom),
  );
  return inScope(deps, async (tx) => {
    const post = await findPost(tx, postId);
    if (post === undefined) return refuse(refusal('not-found', { what: 'chức vụ này' }));
    const may = deps.decide('delegation.give', { personId: post.personId });
    if (!may.ok) return may;
    const to = await findPerson(tx, proposal.toPersonId);
    if (to === undefined) return refuse(refusal('not-found', { what: 'người được ủy quyền' }));
    const decided = decideDelegation(proposal, {
      post,
      byPersonId: deps.acting.actor?.personId ?? '',
      byAdministrator: may.value.acting.post?.role === 'administrator',
      others: await listRunningOf(tx, postId, today),
      to: { name: to.name, disabled: to.disabled_at !== null, held },
      today,
      mostDays: MOST_DELEGATED_DAYS,
    });
    if (!decided.ok) return decided;
    const delegationId = deps.newId();
    await insertDelegation(tx, {
      provinceId: deps.provinceId,
      id: delegationId,
      postId,
      ...decided.value,
      reason,
      now: deps.now(),
    });
    await appendAudit(tx, may.value, {
      act: 'delegation.give',
      subject: { kind: 'person', id: post.personId, words: post.personName },
      after: { delegationId, post: `${post.title}, ${post.agencyName}`, to: to.name, ...decided.value },
      reason,
    });
    return accept({ delegationId });
  });
}

/** Takes a delegation back from today on, by its giver or an administrator. */
export function revokeDelegation(deps: Deps, delegationId: string): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const held = await findDelegation(tx, delegationId);
    if (held === undefined) return refuse(refusal('not-found', { what: 'ủy quyền này' }));
    const may = deps.decide('delegation.give', { personId: held.fromId });
    if (!may.ok) return may;
    const today = todayOf(deps);
    const decided = decideRevocation(held, today);
    if (!decided.ok) return decided;
    await revokeDelegations(tx, [delegationId], today);
    await appendAudit(tx, may.value, {
      act: 'delegation.revoke',
      subject: { kind: 'person', id: held.fromId, words: held.fromName },
      before: { delegationId, to: held.toName, validFrom: held.validFrom, validTo: held.validTo },
    });
    return accept({ done: true as const });
  });
}
