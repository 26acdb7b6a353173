import type { HandoverItem, Post } from '#contract/access.ts';
import { decidePostEnd } from '#domain/access/decide-post.ts';
import { decideReceiver, listHandover } from '#domain/access/list-handover.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Tx, wholeProvince, withScope } from '../db/executor.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { listDelegationsOf, revokeDelegations } from './delegation.store.ts';
import {
  countOtherPosts,
  insertHandover,
  type Leaver,
  listDrafts,
  listHeldAssignments,
  listOpenReforms,
  passItems,
} from './handover.store.ts';
import { findPerson } from './people.store.ts';
import {
  countOtherAdministrators,
  findPost,
  listHeldFrom,
  type PostRow,
  updatePostEnd,
} from './post.store.ts';

/** What the holder of a post leaves behind, as both will see it. */
export async function previewHandover(
  deps: Deps,
  postId: string,
): Promise<Result<{ post: Post; personName: string; items: HandoverItem[] }>> {
  const found = await findLeaversPost(deps, postId);
  if (!found.ok) return found;
  const { post } = found.value;
  const items = await inWhole(deps, (tx) => listItems(tx, post, todayOf(deps)));
  const { personId: _personId, personName, ...shown } = post;
  return accept({ post: shown, personName, items: [...items] });
}

interface Confirmed {
  readonly postId: string;
  readonly toPersonId: string;
  readonly endsOn: string;
  readonly seen: readonly string[];
  readonly reason: string;
}

/** Passes the list to a named person and ends the post, in one transaction. */
export async function confirmHandover(
  deps: Deps,
  { postId, toPersonId, endsOn, seen, reason }: Confirmed,
): Promise<Result<{ handoverId: string }>> {
  const found = await findLeaversPost(deps, postId);
  if (!found.ok) return found;
  const { post, acting } = found.value;
  const visible = await inScope(deps, (tx) => findPerson(tx, toPersonId));
  if (visible === undefined) return refuse(refusal('not-found', { what: 'người nhận bàn giao' }));
  return inWhole(deps, async (tx) => {
    const ending = decidePostEnd(post, endsOn);
    if (!ending.ok) return ending;
    const items = await listItems(tx, post, endsOn);
    if (!isSameList(items, seen)) return refuse(refusal('handover-list-changed'));
    const dayAfter = Temporal.PlainDate.from(endsOn).add({ days: 1 }).toString();
    const held = await listHeldFrom(tx, toPersonId, dayAfter);
    const decided = decideReceiver(
      items,
      { post, agencyName: post.agencyName, endsOn },
      {
        personId: toPersonId,
        name: visible.name,
        disabled: visible.disabled_at !== null,
        posts: held.filter(({ validFrom }) => validFrom <= dayAfter),
      },
    );
    if (!decided.ok) return decided;
    if (post.role === 'administrator' && (await countOtherAdministrators(tx, postId, endsOn)) === 0)
      return refuse(refusal('last-administrator', { name: post.personName }));
    await passItems(tx, items, { personId: toPersonId, name: visible.name });
    const ended = items.filter(({ fate }) => fate === 'ends').map(({ id }) => id);
    await revokeDelegations(tx, ended, dayAfter);
    await updatePostEnd(tx, postId, endsOn);
    const handoverId = deps.newId();
    await insertHandover(tx, {
      provinceId: deps.provinceId,
      id: handoverId,
      fromPersonId: post.personId,
      toPersonId,
      postId,
      endedOn: endsOn,
      items,
      now: deps.now(),
    });
    await appendAudit(tx, acting, {
      act: 'handover.confirm',
      subject: { kind: 'person', id: post.personId, words: post.personName },
      before: { postId, title: post.title, agency: post.agencyName, validTo: post.validTo },
      after: { handoverId, to: visible.name, endsOn, items },
      reason,
    });
    return accept({ handoverId });
  });
}

/** The post, if whoever asks may see it and hand it over, and the deps acting in the post that allows it. */
async function findLeaversPost(deps: Deps, postId: string): Promise<Result<{ post: PostRow; acting: Deps }>> {
  const post = await inScope(deps, (tx) => findPost(tx, postId));
  if (post === undefined) return refuse(refusal('not-found', { what: 'chức vụ này' }));
  const may = deps.decide('handover', { agencyIds: [post.agencyId], personId: post.personId });
  return may.ok ? accept({ post, acting: may.value }) : may;
}

/**
 * A hand-over is whole or it is worth nothing: a head sees no drafts of the plan and an administrator no work, yet
 * both hand it over for a leaver. What they are shown is the list of titles.
 */
function inWhole<T>(deps: Deps, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(deps.db, wholeProvince(deps.provinceId), work);
}

async function listItems(tx: Tx, post: PostRow, day: string): Promise<readonly HandoverItem[]> {
  const leaver: Leaver = { personId: post.personId, postId: post.id, agencyId: post.agencyId, day };
  const delegations = (await listDelegationsOf(tx, post.personId)).filter(
    ({ revokedOn, validTo }) => revokedOn === null && validTo >= day,
  );
  const isLastPost = (await countOtherPosts(tx, leaver)) === 0;
  // Drafts are made in the post of an owner of the plan, and belong to it.
  const passesDrafts = isLastPost || post.role === 'owner';
  return listHandover({
    assignments: await listHeldAssignments(tx, leaver),
    imports: passesDrafts ? await listDrafts(tx, post.personId) : [],
    reforms: passesDrafts ? await listOpenReforms(tx, post.personId) : [],
    given: delegations
      .filter(({ postId }) => postId === post.id)
      .map(({ id, toName: name, validFrom, validTo }) => ({ id, name, validFrom, validTo })),
    received: delegations
      .filter(({ toId }) => toId === post.personId)
      .map(({ id, fromName: name, validFrom, validTo }) => ({ id, name, validFrom, validTo })),
    isLastPost,
  });
}

function isSameList(items: readonly HandoverItem[], seen: readonly string[]): boolean {
  const ids = items.map(({ id }) => id).sort();
  return ids.length === seen.length && [...seen].sort().every((id, at) => id === ids[at]);
}
