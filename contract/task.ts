import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, Refused } from './kernel.ts';
import { Finding, PlanRow, Revision, RowKind } from './plan.ts';
import { Proposal, Role, RowWords, SourceField, TaskField } from './reading.ts';

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
  /** Who in the agency does it; the name is left out where the reader may not see its people. */
  holder: z.object({ personId: Id, name: z.string().nullable() }).nullable(),
  /** Days the agency has the part, where a reform gave it or took it. */
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  /** Who goes on with it since. */
  passedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

export const TaskDetail = z.object({
  planId: Id,
  planTitle: z.string(),
  year: z.number().nullable(),
  revision: z.number(),
  row: PlanRow,
  path: z.array(z.object({ id: Id, code: z.string(), name: z.string() })),
  children: z.array(z.object({ id: Id, code: z.string(), name: z.string(), kind: z.string() })),
  previousId: Id.nullable(),
  nextId: Id.nullable(),
  assignments: z.array(Assignment),
  findings: z.array(Finding),
  source: z.partialRecord(TaskField, SourceField),
  proposals: z.array(Proposal),
  file: z.object({ name: z.string(), importId: Id }).nullable(),
});
export type TaskDetail = z.infer<typeof TaskDetail>;

const tags = ['Nhiệm vụ'];
const Changed = z.object({ revision: z.number() });
const Position = {
  parentId: Id.nullable().describe('Lĩnh vực hoặc mục chứa nó; null là ngoài cùng'),
  afterId: Id.nullable().describe('Đứng sau dòng nào trong đó; null là đứng đầu'),
};

export const task = {
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/tasks/{taskId}', tags, summary: 'Mọi điều về một nhiệm vụ' })
    .input(z.object({ taskId: Id }))
    .output(TaskDetail),
  update: oc
    .errors(Refused)
    .route({ method: 'PATCH', path: '/tasks/{taskId}', tags, summary: 'Sửa nhiệm vụ bằng lời' })
    .input(z.object({ taskId: Id, revision: Revision, words: RowWords }))
    .output(Changed),
  create: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/plans/{planId}/tasks',
      tags,
      summary: 'Thêm nhiệm vụ, mục hoặc lĩnh vực',
    })
    .input(z.object({ planId: Id, revision: Revision, kind: RowKind, ...Position, words: RowWords }))
    .output(Changed.extend({ taskId: Id })),
  move: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/tasks/{taskId}/move', tags, summary: 'Chuyển đến chỗ khác' })
    .input(z.object({ taskId: Id, revision: Revision, ...Position }))
    .output(Changed),
  hold: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/assignments/{assignmentId}/holder',
      tags,
      summary: 'Giao phần việc cho một người của cơ quan, hoặc thôi giao',
    })
    .input(z.object({ assignmentId: Id, personId: Id.nullable() }))
    .output(z.object({ done: z.literal(true) })),
  remove: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/tasks/{taskId}/remove',
      tags,
      summary: 'Bỏ nhiệm vụ khỏi kế hoạch (hoàn tác được)',
    })
    .input(z.object({ taskId: Id, revision: Revision }))
    .output(Changed),
};
