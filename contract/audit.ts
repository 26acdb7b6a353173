import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, Refused } from './kernel.ts';

const Words = z.string().nullable();

export const AuditEntry = z.object({
  seq: z.number(),
  occurredAt: z.string(),
  personId: Id.nullable(),
  personName: z.string(),
  /** The post acted in, as it stood: title and agency. */
  postTitle: Words,
  agencyId: Words,
  agencyName: Words,
  onBehalfOfName: Words,
  session: Words,
  address: Words,
  act: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), words: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  reason: Words,
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What to follow; days are days in Việt Nam, both included. */
export const AuditFilter = z.object({
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(200).optional(),
  personId: Id.optional(),
  agencyId: z.string().max(200).optional(),
  act: z.string().max(60).optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('Tìm không cần dấu trong tên người, cơ quan, đối tượng, lý do'),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditVerdict = z.object({
  checkedAt: z.string(),
  intact: z.boolean(),
  /** Entries found whole, up to the first broken link. */
  count: z.number(),
  sealedDays: z.number(),
  lastSealedDay: IsoDate.nullable(),
  fault: z.object({ seq: z.number(), kind: z.string(), message: z.string() }).nullable(),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

const tags = ['Nhật ký'];

export const audit = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/audit', tags, summary: 'Nhật ký, mới nhất trước' })
    .input(
      AuditFilter.extend({
        before: z.coerce.number().int().min(1).optional().describe('Chỉ các dòng có số nhỏ hơn'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ entries: z.array(AuditEntry), nextBefore: z.number().nullable() })),
  get: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/audit/entries/{seq}',
      tags,
      summary: 'Một dòng nhật ký, dòng trước, dòng sau, và mắt xích của nó',
    })
    .input(z.object({ seq: z.coerce.number().int().min(1) }))
    .output(
      z.object({
        entry: AuditEntry,
        previousHash: z.string(),
        /** Neighbours that may be seen. */
        previous: AuditEntry.nullable(),
        next: AuditEntry.nullable(),
        link: z.object({
          /** The content is the one its hash was made of. */
          holds: z.boolean(),
          /** It is linked to the entry before it, and the entry after it to this one. */
          linked: z.boolean(),
          sealedOn: IsoDate.nullable(),
        }),
      }),
    ),
  people: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/audit/people', tags, summary: 'Những người có tên trong nhật ký' })
    .output(z.array(z.object({ id: Id, name: z.string() }))),
  verify: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/audit/verify', tags, summary: 'Kiểm tra toàn bộ nhật ký' })
    .output(AuditVerdict),
  roots: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/audit/roots',
      tags,
      summary: 'Dấu niêm phong từng ngày, và khóa công khai',
    })
    .output(
      z.object({
        publicKey: z.string(),
        keyId: z.string(),
        roots: z.array(
          z.object({
            day: IsoDate,
            firstSeq: z.number(),
            lastSeq: z.number(),
            count: z.number(),
            root: z.string(),
            keyId: z.string(),
            signature: z.string(),
          }),
        ),
      }),
    ),
};
