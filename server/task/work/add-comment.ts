import type { Comment } from '#contract/task/work.ts';
import { ACTS, type ActRule } from '#domain/access/acts.ts';
import { isInForce } from '#domain/access/post.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { findPerson } from '../../access/people.store.ts';
import { listPostsOfPerson } from '../../access/post.store.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Tx } from '../../db/executor.ts';
import { actorId, actorName, type Deps, inScope, todayOf } from '../../deps.ts';
import { getRow, listAssignments } from '../task.store.ts';
import { insertComment, listComments } from './comment.store.ts';

export interface CommentInput {
  readonly taskId: string;
  readonly id: string;
  readonly assignmentId?: string | undefined;
  readonly answersId?: string | undefined;
  readonly words: string;
  readonly mentionedAgencies: readonly string[];
  readonly mentionedPeople: readonly string[];
}

/** Says something of a task to those who have to do with it; whoever is named is among them. */
export function addComment(deps: Deps, input: CommentInput): Promise<Result<Comment>> {
  return inScope(deps, async (tx) => {
    const row = (await getRow(tx, input.taskId)).rows[0];
    if (row === undefined) return refuse(refusal('not-found', { what: 'nhiệm vụ này' }));
    const parts = await listAssignments(tx, input.taskId);
    const agencies = new Set(parts.map(({ agency_id }) => agency_id));
    const may = deps.decide('work.comment', { agencyIds: [...agencies] });
    if (!may.ok) return may;
    const [earlier] = await listComments(tx, input.taskId, input.id);
    if (earlier !== undefined) return sentAgain(deps, input, earlier);
    if (input.assignmentId !== undefined && !parts.some(({ id }) => id === input.assignmentId))
      return refuse(refusal('not-found', { what: 'phần việc này' }));
    if (input.answersId !== undefined && (await listComments(tx, input.taskId, input.answersId)).length === 0)
      return refuse(refusal('not-found', { what: 'lời được trả lời' }));
    const named = await checkMentions(tx, deps, input, agencies);
    if (!named.ok) return named;
    const isStored = await insertComment(tx, deps.provinceId, {
      ...input,
      assignmentId: input.assignmentId ?? null,
      answersId: input.answersId ?? null,
      personId: actorId(deps),
      agencyId: may.value.acting.post?.agencyId ?? null,
      actor: actorName(may.value),
      occurredAt: deps.now().toString(),
    });
    const [stored] = await listComments(tx, input.taskId, input.id);
    if (!isStored || stored === undefined) return sentAgain(deps, input, stored);
    await appendAudit(tx, may.value, {
      act: 'comment.add',
      subject: { kind: 'task', id: input.taskId, words: `${row.code} ${row.name}` },
      reason: input.words,
    });
    return accept(stored);
  });
}

/** What the identifier stands for already; undefined where it was used of another task. */
function sentAgain(deps: Deps, { words }: CommentInput, stored: Comment | undefined): Result<Comment> {
  return stored !== undefined && stored.personId === actorId(deps) && stored.words === words
    ? accept(stored)
    : refuse(refusal('work-act-reused'));
}

/** Whoever is named can read it: an agency of the task, its people, and those who see every task. */
async function checkMentions(
  tx: Tx,
  deps: Deps,
  { mentionedAgencies, mentionedPeople }: CommentInput,
  agencies: ReadonlySet<string>,
): Promise<Result<true>> {
  const stranger = mentionedAgencies.find((id) => !agencies.has(id));
  if (stranger !== undefined) {
    const known = (await loadDirectory(tx, deps)).find(({ id }) => id === stranger);
    return refuse(refusal('mention-outside', { name: known?.name ?? 'cơ quan này' }));
  }
  const { roles }: ActRule = ACTS['work.comment'];
  for (const personId of mentionedPeople) {
    const person = await findPerson(tx, personId);
    const sees = (await listPostsOfPerson(tx, personId)).some(
      (post) =>
        isInForce(post, todayOf(deps)) &&
        (roles[post.role] === 'province' || (roles[post.role] === 'agency' && agencies.has(post.agencyId))),
    );
    if (!sees || person?.disabled_at != null)
      return refuse(refusal('mention-outside', { name: person?.name ?? 'người này' }));
  }
  return accept(true);
}
