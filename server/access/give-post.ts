import { decidePost, decidePostEnd, type PostProposal } from '#domain/access/decide-post.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { findPerson } from './people.store.ts';
import {
  countOtherAdministrators,
  findPost,
  insertPosts,
  listHeldFrom,
  updatePostEnd,
} from './post.store.ts';

export async function givePost(
  deps: Deps,
  { personId, ...proposal }: PostProposal & { readonly personId: string },
): Promise<Result<{ postId: string }>> {
  const may = deps.decide('post.give', { personId });
  if (!may.ok) return may;
  return inScope(deps, async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    const agency = (await loadDirectory(tx, deps)).find(({ id }) => id === proposal.agencyId);
    const decided = decidePost(proposal, await listHeldFrom(tx, personId, proposal.validFrom), agency);
    if (!decided.ok) return decided;
    const postId = deps.newId();
    await insertPosts(tx, [
      { provinceId: deps.provinceId, id: postId, personId, ...decided.value, now: deps.now() },
    ]);
    await appendAudit(tx, may.value, {
      act: 'post.give',
      subject: { kind: 'person', id: personId, words: person.name },
      after: { postId, ...decided.value, agency: agency?.name },
    });
    return accept({ postId });
  });
}

export function endPost(
  deps: Deps,
  { postId, endsOn, reason }: { readonly postId: string; readonly endsOn: string; readonly reason: string },
): Promise<Result<{ done: true }>> {
  return inScope(deps, async (tx) => {
    const post = await findPost(tx, postId);
    if (post === undefined) return refuse(refusal('not-found', { what: 'chức vụ này' }));
    const decided = decidePostEnd(post, endsOn);
    if (!decided.ok) return decided;
    if (post.role === 'administrator' && (await countOtherAdministrators(tx, postId, endsOn)) === 0)
      return refuse(refusal('last-administrator', { name: post.personName }));
    await updatePostEnd(tx, postId, endsOn);
    await appendAudit(tx, deps, {
      act: 'post.end',
      subject: { kind: 'person', id: post.personId, words: post.personName },
      before: { postId, title: post.title, agency: post.agencyName, validTo: post.validTo },
      after: { postId, validTo: endsOn },
      reason,
    });
    return accept({ done: true as const });
  });
}
