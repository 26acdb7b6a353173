import { isInForce } from '#domain/access/post.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { findPerson } from '../access/people.store.ts';
import { listPostsOfPerson } from '../access/post.store.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { lockAssignment, updateHolder } from './task.store.ts';

/** Names who in an agency does its part of a task, or nobody. */
export function holdAssignment(
  deps: Deps,
  { assignmentId, personId }: { readonly assignmentId: string; readonly personId: string | null },
): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const part = await lockAssignment(tx, assignmentId);
    if (part === undefined) return refuse(refusal('not-found', { what: 'phần việc này' }));
    const may = deps.decide('assignment.hold', { agencyIds: [part.agency_id] });
    if (!may.ok) return may;
    const person = personId === null ? undefined : await findPerson(tx, personId);
    if (personId !== null) {
      if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
      if (person.disabled_at !== null) return refuse(refusal('person-disabled', { name: person.name }));
      const today = todayOf(deps);
      const posts = (await listPostsOfPerson(tx, personId)).filter((post) => isInForce(post, today));
      if (!posts.some(({ agencyId }) => agencyId === part.agency_id))
        return refuse(refusal('holder-outside', { name: person.name, agency: part.agency_name }));
    }
    await updateHolder(tx, assignmentId, personId);
    await appendAudit(tx, may.value, {
      act: 'assignment.hold',
      subject: { kind: 'assignment', id: assignmentId, words: `${part.code}. ${part.name}` },
      before: { personId: part.holder_id },
      after: { personId, name: person?.name ?? null },
    });
    return accept({ done: true as const });
  });
}
