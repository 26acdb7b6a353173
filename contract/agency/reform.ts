import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, RefusalMessage, Refused } from '../kernel.ts';
import { Decision, DraftEvent } from './event.ts';

const tags = ['Cơ quan'];

export const ReformState = z.enum(['draft', 'submitted', 'approved', 'applied', 'reversed']);
export type ReformState = z.infer<typeof ReformState>;

/** Who goes on with something of an agency that ends: another agency, or nobody. */
export const NewOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: z.string() }),
  z.object({ kind: z.literal('closed') }),
]);
export type NewOwner = z.infer<typeof NewOwner>;

/** Choices for everything of an agency, and for single things (by the `key` the preview gives). */
export const OwnerChoices = z.object({
  byAgency: z.record(z.string(), NewOwner),
  byItem: z.record(z.string(), NewOwner),
});
export type OwnerChoices = z.infer<typeof OwnerChoices>;

const Person = z.object({ id: Id.nullable(), name: z.string() });

export const ReformSummary = z.object({
  id: Id,
  title: z.string(),
  state: ReformState,
  effectiveOn: IsoDate,
  decision: Decision,
  author: Person,
  events: z.number(),
  recordedAt: z.string(),
});
export type ReformSummary = z.infer<typeof ReformSummary>;

/** Something done to a reform: by whom, when, and why where a reason was given. */
export const ReformAct = z.object({
  kind: z.enum(['created', 'changed', 'submitted', 'returned', 'approved', 'applied', 'reversed']),
  person: Person,
  reason: z.string().nullable(),
  occurredAt: z.string(),
});

/** A problem of the draft: the sentence of a refusal, and the event it is about where it is about one. */
export const ReformProblem = RefusalMessage.extend({ eventId: z.string().nullable() });

export const Reform = ReformSummary.omit({ events: true }).extend({
  /** Names the state one saw; another one in the meantime is refused, not overwritten. */
  revision: z.number(),
  note: z.string(),
  events: z.array(z.object({ event: DraftEvent, words: z.string() })),
  choices: OwnerChoices,
  /** What keeps it from being submitted; empty once it is coherent. */
  problems: z.array(ReformProblem),
  acts: z.array(ReformAct),
});
export type Reform = z.infer<typeof Reform>;

const Draft = z.object({
  title: z.string().trim().min(3).max(300),
  effectiveOn: IsoDate,
  decision: Decision,
  note: z.string().max(5000).default(''),
  events: z.array(DraftEvent).max(2000),
});

/** A row of a table that could not be understood: which, what stood there, and what to do. */
export const TableProblem = z.object({
  row: z.number(),
  column: z.string().nullable(),
  value: z.string(),
  message: z.string(),
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type TableProblem = z.infer<typeof TableProblem>;

export const MovedItem = z.object({
  /** Names it in `choices.byItem`. */
  key: z.string(),
  mover: z.string(),
  agencyId: z.string(),
  words: z.string(),
  day: IsoDate.nullable(),
  count: z.number(),
  later: z.boolean(),
  choosable: z.boolean(),
  note: z.string().nullable(),
  /** As chosen, else as proposed; null where somebody has to choose. */
  owner: NewOwner.nullable(),
  chosen: z.boolean(),
});

export const ReformPreview = z.object({
  /** Agencies that end, each with its heirs and how much of each kind it holds. */
  ended: z.array(
    z.object({
      agencyId: z.string(),
      name: z.string(),
      level: z.string(),
      /** Last day of its existence. */
      endsOn: IsoDate,
      heirs: z.array(z.object({ id: z.string(), name: z.string() })),
      proposal: NewOwner.nullable(),
      choice: NewOwner.nullable(),
      counts: z.record(z.string(), z.number()),
      /** Number of choosable things for which a choice is missing. */
      missing: z.number(),
    }),
  ),
  founded: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
  /** What each kind of thing is called, and how many there are. */
  movers: z.array(
    z.object({
      name: z.string(),
      words: z.string(),
      total: z.number(),
      later: z.number(),
      missing: z.number(),
    }),
  ),
  /** One page of the things moved, those that need a choice first. */
  items: z.array(MovedItem),
  total: z.number(),
  /** Agencies that exist on the first day of the reform: who may become owner. */
  owners: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
});
export type ReformPreview = z.infer<typeof ReformPreview>;

const OneReform = z.object({ reformId: Id, revision: z.number() });
const Reason = z.string().trim().min(3).max(2000);
const act = (path: `/${string}`, summary: string) =>
  oc.errors(Refused).route({ method: 'POST', path: `/reforms/{reformId}${path}`, tags, summary });

export const reform = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/reforms', tags, summary: 'Các phương án sắp xếp' })
    .output(z.array(ReformSummary)),
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/reforms/{reformId}', tags, summary: 'Một phương án sắp xếp' })
    .input(z.object({ reformId: Id }))
    .output(Reform),
  create: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/reforms', tags, summary: 'Soạn phương án sắp xếp' })
    .input(Draft)
    .output(z.object({ reformId: Id, revision: z.number() })),
  update: oc
    .errors(Refused)
    .route({ method: 'PATCH', path: '/reforms/{reformId}', tags, summary: 'Sửa phương án sắp xếp' })
    .input(Draft.partial().extend({ reformId: Id, revision: z.number(), choices: OwnerChoices.optional() }))
    .output(z.object({ revision: z.number() })),
  /** Reads a table old → new into events; stores nothing. */
  readTable: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/reforms/readings',
      tags,
      summary: 'Đọc bảng đơn vị cũ → đơn vị mới (dán từ Excel, hoặc tệp .xlsx, .docx, .tsv)',
    })
    .input(
      z.object({
        effectiveOn: IsoDate,
        text: z.string().max(2_000_000).optional(),
        file: z.file().optional(),
      }),
    )
    .output(
      z.object({
        rows: z.number(),
        events: z.array(z.object({ event: DraftEvent, words: z.string() })),
        problems: z.array(TableProblem),
      }),
    ),
  preview: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/reforms/{reformId}/preview',
      tags,
      summary: 'Phương án sắp xếp chuyển những gì',
    })
    .input(
      z.object({
        reformId: Id,
        agencyId: z.string().optional(),
        mover: z.string().optional(),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(ReformPreview),
  submit: act('/submit', 'Trình duyệt')
    .input(OneReform)
    .output(z.object({ revision: z.number() })),
  returnToAuthor: act('/return', 'Trả lại để sửa')
    .input(OneReform.extend({ reason: Reason }))
    .output(z.object({ revision: z.number() })),
  approve: act('/approve', 'Duyệt')
    .input(OneReform)
    .output(z.object({ revision: z.number() })),
  apply: act('/apply', 'Thực hiện')
    .input(OneReform)
    .output(z.object({ revision: z.number(), moved: z.record(z.string(), z.number()) })),
  reverse: act('/reverse', 'Đảo lại toàn bộ')
    .input(OneReform.extend({ reason: Reason }))
    .output(z.object({ revision: z.number() })),
};
