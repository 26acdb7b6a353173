import { sql } from 'kysely';
import type { Comment } from '#contract/task/work.ts';
import type { Tx } from '../../db/executor.ts';

export interface WrittenComment {
  readonly id: string;
  readonly taskId: string;
  readonly assignmentId: string | null;
  readonly answersId: string | null;
  readonly words: string;
  readonly mentionedAgencies: readonly string[];
  readonly mentionedPeople: readonly string[];
  readonly personId: string | null;
  readonly agencyId: string | null;
  readonly actor: string;
  readonly occurredAt: string;
}

/** Stores it, unless its identifier was used before. */
export async function insertComment(tx: Tx, provinceId: string, comment: WrittenComment): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('comment')
    .values({
      province_id: provinceId,
      id: comment.id,
      task_id: comment.taskId,
      assignment_id: comment.assignmentId,
      answers_id: comment.answersId,
      words: comment.words,
      mentioned_agencies: [...comment.mentionedAgencies],
      mentioned_people: [...comment.mentionedPeople],
      person_id: comment.personId,
      agency_id: comment.agencyId,
      actor: comment.actor,
      occurred_at: comment.occurredAt,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

interface CommentRecord {
  readonly id: string;
  readonly task_id: string;
  readonly assignment_id: string | null;
  readonly words: string;
  readonly agencies: { id: string; name: string }[];
  readonly people: { id: string; name: string | null }[];
  readonly answers_id: string | null;
  readonly actor: string;
  readonly person_id: string | null;
  readonly agency_name: string | null;
  readonly occurred_at: string;
}

const COLUMNS = sql`c.id, c.task_id, c.assignment_id, c.words, c.answers_id, c.actor, c.person_id, g.name as agency_name,
  to_char(c.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred_at,
  coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
    from agency m where m.province_id = c.province_id and m.id = any(c.mentioned_agencies)), '[]') as agencies,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', p.name))
    from unnest(c.mentioned_people) as u (id) left join person p on p.province_id = c.province_id and p.id = u.id), '[]') as people`;
const TABLES = sql`comment c left join agency g on g.province_id = c.province_id and g.id = c.agency_id`;

/** What is said of a task, oldest first. */
export async function listComments(tx: Tx, taskId: string, id?: string): Promise<readonly Comment[]> {
  const { rows } = await sql<CommentRecord>`
    select ${COLUMNS} from ${TABLES}
    where c.task_id = ${taskId}::uuid ${id === undefined ? sql`` : sql`and c.id = ${id}::uuid`}
    order by c.occurred_at, c.id`.execute(tx);
  return rows.map(presentComment);
}

export interface UnansweredComment extends Comment {
  readonly work: string;
  readonly partId: string | null;
}

const MOST_UNANSWERED = 50;

/** What names a person or an agency of theirs, and after which they have said nothing of the task, newest first. */
export async function listUnanswered(
  tx: Tx,
  { personId, agencyIds }: { readonly personId: string; readonly agencyIds: readonly string[] },
): Promise<readonly UnansweredComment[]> {
  const { rows } = await sql<CommentRecord & { work: string; part_id: string | null }>`
    select ${COLUMNS}, t.code || ' ' || t.name as work,
           coalesce(c.assignment_id, (select a.id from assignment a where a.province_id = c.province_id and a.task_id = c.task_id
             order by a.role <> 'lead', a.id limit 1)) as part_id
    from ${TABLES} join task t on t.province_id = c.province_id and t.id = c.task_id
    where (${personId}::uuid = any(c.mentioned_people) or c.mentioned_agencies && ${[...agencyIds]}::text[])
      and c.person_id is distinct from ${personId}::uuid
      and not exists (select from comment own where own.province_id = c.province_id and own.task_id = c.task_id
        and own.person_id = ${personId}::uuid and own.occurred_at > c.occurred_at)
    order by c.occurred_at desc, c.id limit ${MOST_UNANSWERED}`.execute(tx);
  return rows.map((row) => ({ ...presentComment(row), work: row.work, partId: row.part_id }));
}

function presentComment(row: CommentRecord): Comment {
  return {
    id: row.id,
    taskId: row.task_id,
    assignmentId: row.assignment_id,
    words: row.words,
    mentionedAgencies: row.agencies,
    mentionedPeople: row.people,
    answersId: row.answers_id,
    actor: row.actor,
    personId: row.person_id,
    agencyName: row.agency_name,
    occurredAt: row.occurred_at,
  };
}
