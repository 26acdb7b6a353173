import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, Refused } from './kernel.ts';
import { Role } from './reading.ts';

const tags = ['Cơ quan'];

export const agency = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/agencies', tags, summary: 'Danh mục cơ quan' })
    .output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          shortNames: z.array(z.string()),
          level: z.string(),
          kind: z.string(),
          validFrom: IsoDate.nullable(),
          validTo: IsoDate.nullable(),
          verified: z.boolean(),
          source: z.string(),
        }),
      ),
    ),
  get: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}',
      tags,
      summary: 'Một cơ quan và các phần việc của nó',
    })
    .input(z.object({ agencyId: z.string(), planId: Id.optional() }))
    .output(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.string(),
        validTo: IsoDate.nullable(),
        verified: z.boolean(),
        source: z.string(),
        successors: z.array(z.object({ id: z.string(), name: z.string() })),
        work: z.array(
          z.object({
            planId: Id,
            planTitle: z.string(),
            taskId: Id,
            code: z.string(),
            name: z.string(),
            role: Role,
            deadline: z.string(),
            dueOn: IsoDate.nullable(),
            basis: z.string(),
          }),
        ),
      }),
    ),
};
