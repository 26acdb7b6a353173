import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AgencyCode, AgencyKind, AgencyLevel, Happening } from './agency/event.ts';
import { reform } from './agency/reform.ts';
import { Id, IsoDate, Refused } from './kernel.ts';
import { Role } from './reading.ts';

const tags = ['Cơ quan'];

const Named = z.object({ id: z.string(), name: z.string() });

/** Days something holds, both included; null where not known or without end. */
const Span = { validFrom: IsoDate.nullable(), validTo: IsoDate.nullable() };

/** An agency one passed into, or came from, from a day on. */
const Relative = Named.extend({ on: IsoDate, eventId: z.string() });

/** One agency in the tree as of a day; parents come before children. */
export const TreeAgency = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  depth: z.number(),
  name: z.string(),
  level: AgencyLevel,
  kind: AgencyKind,
  codes: z.array(AgencyCode),
  ...Span,
  verified: z.boolean(),
  /** Agencies directly below it on that day. */
  children: z.number(),
});
export type TreeAgency = z.infer<typeof TreeAgency>;

/** Something about the agencies that is not known, and is left to be completed rather than guessed. */
export const AgencyGap = z.object({
  id: z.string(),
  what: z.string(),
  why: z.string(),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  /** Agencies it is about, where it is about ones that are known. */
  agencyIds: z.array(z.string()),
  /** How many agencies are meant, where the number is known though their names are not. */
  count: z.number().nullable(),
  source: z.string(),
});
export type AgencyGap = z.infer<typeof AgencyGap>;

export const agency = {
  list: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies',
      tags,
      summary: 'Danh mục cơ quan: mọi cơ quan từng có, hoặc vào một ngày; tìm không cần dấu theo mọi tên gọi',
    })
    .input(z.object({ on: IsoDate.optional(), search: z.string().max(200).optional() }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          /** As of the day asked, else the latest. */
          name: z.string(),
          shortNames: z.array(z.string()),
          /** The other name that was found, where the search met that one. */
          found: z.string().nullable(),
          level: AgencyLevel,
          kind: AgencyKind,
          parentId: z.string().nullable(),
          codes: z.array(AgencyCode),
          ...Span,
          verified: z.boolean(),
          source: z.string(),
        }),
      ),
    ),
  tree: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/agencies/tree', tags, summary: 'Cây cơ quan vào một ngày' })
    .input(z.object({ on: IsoDate.optional() }))
    .output(
      z.object({
        on: IsoDate,
        agencies: z.array(TreeAgency),
        /** Every day on which something changes, oldest first: the marks of a date slider. */
        days: z.array(
          z.object({
            day: IsoDate,
            words: z.string(),
            founded: z.number(),
            ended: z.number(),
            other: z.number(),
          }),
        ),
        gaps: z.array(AgencyGap),
      }),
    ),
  get: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}',
      tags,
      summary: 'Một cơ quan: quá trình, vị trí trong cây vào một ngày, và các phần việc',
    })
    .input(z.object({ agencyId: z.string(), planId: Id.optional(), on: IsoDate.optional() }))
    .output(
      z.object({
        id: z.string(),
        name: z.string(),
        level: AgencyLevel,
        kind: AgencyKind,
        ...Span,
        verified: z.boolean(),
        source: z.string(),
        /** The day path and children are of: the day asked, else today or the last day of the agency. */
        on: IsoDate,
        /** From the root down to its parent. */
        path: z.array(Named),
        children: z.array(Named.extend({ level: AgencyLevel })),
        names: z.array(z.object({ name: z.string(), shortNames: z.array(z.string()), ...Span })),
        codes: z.array(AgencyCode.extend(Span)),
        parents: z.array(z.object({ parent: Named.nullable(), ...Span })),
        groups: z.array(z.object({ group: z.string(), ...Span })),
        predecessors: z.array(Relative),
        successors: z.array(Relative),
        life: z.array(Happening),
        gaps: z.array(AgencyGap),
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
            /** Days this agency had the part; null where not bounded by a reform. */
            ...Span,
            /** Who had it before, and who goes on with it. */
            takenOverFrom: z.array(Named),
            passedTo: Named.nullable(),
          }),
        ),
      }),
    ),
  gaps: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/agencies/gaps',
      tags,
      summary: 'Những điều chưa biết về cơ quan, cần bổ sung',
    })
    .output(z.array(AgencyGap)),
  reform,
};
