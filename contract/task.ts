import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, Refused } from './kernel.ts';
import { Finding, PlanRow } from './plan.ts';
import { Role, SourceField, TaskField } from './reading.ts';

export const Assignment = z.object({
  id: Id,
  agencyId: z.string(),
  agencyName: z.string(),
  level: z.string(),
  role: Role,
  /** The words of the document that gave the agency its part. */
  basis: z.string(),
  /** Set where the agency no longer exists. */
  endedOn: IsoDate.nullable(),
  successors: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Assignment = z.infer<typeof Assignment>;

export const TaskDetail = z.object({
  planId: Id,
  planTitle: z.string(),
  revision: z.number(),
  row: PlanRow,
  path: z.array(z.object({ id: Id, code: z.string(), name: z.string() })),
  children: z.array(z.object({ id: Id, code: z.string(), name: z.string(), kind: z.string() })),
  previousId: Id.nullable(),
  nextId: Id.nullable(),
  assignments: z.array(Assignment),
  findings: z.array(Finding),
  source: z.partialRecord(TaskField, SourceField),
  file: z.object({ name: z.string(), importId: Id }).nullable(),
});
export type TaskDetail = z.infer<typeof TaskDetail>;

/** The words of a task; readings are computed from them, never sent. */
export const TaskWords = z.object({
  name: z.string().max(4000),
  deadline: z.string().max(1000),
  leads: z.array(z.string().max(2000)).max(20),
  coordinators: z.array(z.string().max(2000)).max(20),
  deliverables: z.array(z.string().max(4000)).max(50),
});
export type TaskWords = z.infer<typeof TaskWords>;

const tags = ['Nhiệm vụ'];
const Revision = z.number().int().describe('Revision of the plan the change was made on');

export const task = {
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/tasks/{taskId}', tags, summary: 'Mọi điều về một nhiệm vụ' })
    .input(z.object({ taskId: Id }))
    .output(TaskDetail),
  update: oc
    .errors(Refused)
    .route({ method: 'PATCH', path: '/tasks/{taskId}', tags, summary: 'Sửa nhiệm vụ' })
    .input(z.object({ taskId: Id, revision: Revision, words: TaskWords.partial() }))
    .output(z.object({ revision: z.number() })),
  create: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/plans/{planId}/tasks', tags, summary: 'Thêm nhiệm vụ' })
    .input(
      z.object({
        planId: Id,
        revision: Revision,
        parentId: Id.nullable(),
        afterId: Id.nullable(),
        kind: z.enum(['area', 'heading', 'task']),
        words: TaskWords,
      }),
    )
    .output(z.object({ taskId: Id, revision: z.number() })),
  move: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/tasks/{taskId}/move', tags, summary: 'Chuyển nhiệm vụ đến chỗ khác' })
    .input(z.object({ taskId: Id, revision: Revision, parentId: Id.nullable(), afterId: Id.nullable() }))
    .output(z.object({ revision: z.number() })),
  remove: oc
    .errors(Refused)
    .route({
      method: 'DELETE',
      path: '/tasks/{taskId}',
      tags,
      summary: 'Bỏ nhiệm vụ khỏi kế hoạch (hoàn tác được)',
    })
    .input(z.object({ taskId: Id, revision: z.coerce.number().int() }))
    .output(z.object({ revision: z.number() })),
};
