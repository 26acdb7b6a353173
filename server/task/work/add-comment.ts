import type { Comment } from '#contract/task/work.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { listPostsOfPerson } from '../../access/post.store.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope } from '../../deps.ts';
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
    const parts = await listAssignments(tx, input.taskId);
    if (row === undefined) return refuse(refusal('not-found', { what: 'nhiệm vụ này' }));
    const may = deps.decide('work.comment', { agencyIds: parts.map(({ agency_id }) => agency_id) });
    if (!may.ok) return may;
    const agencies = new Set(parts.map(({ agency_id }) => agency_id));
    const stranger = input.mentionedAgencies.find((id) => !agencies.has(id));
    if (stranger !== undefined) return refuse(refusal('mention-outside', { name: stranger }));
    for (const personId of input.mentionedPeople) {
      const posts = await listPostsOfPerson(tx, personId);
      const sees = posts.some(
        ({ agencyId, role }) => agencies.has(agencyId) || !['head', 'officer'].includes(role),
      );
      if (!sees) return refuse(refusal('mention-outside', { name: 'người này' }));
    }
    await insertComment(tx, deps.provinceId, {
      ...input,
      assignmentId: input.assignmentId ?? null,
      answersId: input.answersId ?? null,
      personId: actorId(deps),
      agencyId: may.value.acting.post?.agencyId ?? null,
      actor: actorName(may.value),
      occurredAt: deps.now().toString(),
    });
    const [stored] = await listComments(tx, input.taskId, input.id);
    if (stored === undefined) return refuse(refusal('work-act-reused'));
    await appendAudit(tx, may.value, {
      act: 'comment.add',
      subject: { kind: 'task', id: input.taskId, words: `${row.code} ${row.name}` },
      reason: input.words,
    });
    return accept(stored);
  });
}
