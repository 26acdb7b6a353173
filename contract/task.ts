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

const tags = ['Nhiệm vụ'];

export const task = {
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/tasks/{taskId}', tags, summary: 'Mọi điều về một nhiệm vụ' })
    .input(z.object({ taskId: Id }))
    .output(TaskDetail),
};
