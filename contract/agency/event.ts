import { z } from 'zod';
import { IsoDate } from '../kernel.ts';

export const AgencyLevel = z.enum(['central', 'province', 'district', 'commune', 'village']);
export const AgencyKind = z.enum([
  'office',
  'department',
  'board',
  'inspectorate',
  'unit',
  'service-unit',
  'vertical',
  'party-organ',
  'peoples-committee',
]);

const AgencyId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Name = z.string().trim().min(2).max(300);

export const AgencyCode = z.object({
  system: z.enum(['egov', 'gso']),
  code: z.string().trim().min(1).max(40),
});

/** The paper an event rests on. */
export const Decision = z.object({
  number: z.string().trim().min(1).max(100).nullable(),
  date: IsoDate.nullable(),
  title: z.string().trim().min(1).max(500).nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** A new agency. Without an id one is made from its name; with one, other events of the same draft may name it. */
const Founding = z.object({
  id: AgencyId.optional(),
  name: Name,
  shortNames: z.array(Name).default([]),
  level: AgencyLevel,
  kind: AgencyKind,
  parentId: AgencyId.nullable(),
  codes: z.array(AgencyCode).default([]),
  groups: z.array(Name).default([]),
});

const Heir = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held'), agencyId: AgencyId }),
  z.object({ kind: z.literal('founded'), founding: Founding }),
]);

/** What an event of a draft may leave out: it takes the day and the decision of its reform. */
const Drafted = z.object({
  id: z.string().max(60).optional(),
  effectiveOn: IsoDate.nullable().default(null),
  decision: Decision.nullable().default(null),
});

/** One event as it is drafted on screen or comes out of a table. */
export const DraftEvent = z.discriminatedUnion('kind', [
  Drafted.extend({ kind: z.literal('establish'), founding: Founding }),
  Drafted.extend({
    kind: z.literal('rename'),
    agencyId: AgencyId,
    name: Name,
    shortNames: z.array(Name).default([]),
  }),
  Drafted.extend({ kind: z.literal('move'), agencyId: AgencyId, parentId: AgencyId.nullable() }),
  Drafted.extend({ kind: z.literal('merge'), agencyIds: z.array(AgencyId).min(1).max(300), heir: Heir }),
  Drafted.extend({
    kind: z.literal('split'),
    agencyId: AgencyId,
    heirs: z.array(Heir).min(1).max(300),
    goesOn: z.boolean(),
  }),
  Drafted.extend({
    kind: z.literal('abolish'),
    agencyId: AgencyId,
    successorIds: z.array(AgencyId).max(300).default([]),
  }),
  Drafted.extend({
    kind: z.literal('transfer'),
    fromId: AgencyId.nullable(),
    toId: AgencyId,
    duty: z.string().trim().min(2).max(1000),
  }),
]);
export type DraftEvent = z.infer<typeof DraftEvent>;

/** One thing that happened to an agency, in words. */
export const Happening = z.object({
  eventId: z.string(),
  kind: z.enum(['establish', 'rename', 'move', 'merge', 'split', 'abolish', 'transfer']),
  /** First day of the new state; null where it is not known. */
  on: IsoDate.nullable(),
  words: z.string(),
  decision: Decision,
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  verified: z.boolean(),
});
export type Happening = z.infer<typeof Happening>;
