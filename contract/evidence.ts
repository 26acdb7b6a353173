import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FACT_NAMES } from '#domain/evidence/document-facts.ts';
import { FILE_KINDS } from '#domain/evidence/sniff-content.ts';
import { Id, IsoDate, Refused } from './kernel.ts';

export const EvidenceFact = z.object({
  value: z.string().nullable(),
  /** What was read, and the words of the document it was read from. */
  read: z.object({ value: z.string(), words: z.string() }).nullable(),
  isCorrected: z.boolean(),
});
export type EvidenceFact = z.infer<typeof EvidenceFact>;

export const FactName = z.enum(FACT_NAMES);

export const ReadingState = z.enum(['pending', 'read', 'no-text', 'encrypted', 'damaged', 'too-long']);

export const EvidenceFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  remedy: z.string(),
});
export type EvidenceFinding = z.infer<typeof EvidenceFinding>;

/** A document as it stands: its last file and the facts that hold. */
export const Evidence = z.object({
  id: Id,
  agencyId: z.string(),
  agencyName: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  size: z.number().int(),
  reading: ReadingState,
  facts: z.record(FactName, EvidenceFact),
  validity: z.enum(['unlimited', 'valid', 'ends-soon', 'ended', 'not-yet']),
  recordedAt: z.string(),
  changedAt: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A document shown for a due item, with what its reviewer would object to. */
export const ClaimedEvidence = z.object({
  claimId: Id,
  dueItemId: Id,
  label: z.string(),
  actor: z.string(),
  claimedAt: z.string(),
  /** Whether the person who asks may take it back, or bring its next version, now. */
  may: z.object({ withdraw: z.boolean(), replace: z.boolean(), correct: z.boolean() }),
  evidence: Evidence,
  findings: z.array(EvidenceFinding),
});
export type ClaimedEvidence = z.infer<typeof ClaimedEvidence>;

/** Something due, and whether a document may be handed in for it now; else why not. */
export const EvidenceItem = z.object({
  id: Id,
  assignmentId: Id,
  /** "I.3. Kiểm tra công tác CCHC" */
  taskName: z.string(),
  label: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  dueOn: IsoDate.nullable(),
  mayAttach: z.boolean(),
  why: z.string().nullable(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export const EvidenceOfPart = z.object({
  maxBytes: z.number().int(),
  items: z.array(EvidenceItem),
  claims: z.array(ClaimedEvidence),
});
export type EvidenceOfPart = z.infer<typeof EvidenceOfPart>;

export const EvidenceVersion = z.object({
  number: z.number().int(),
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  size: z.number().int(),
  actor: z.string(),
  recordedAt: z.string(),
});
export type EvidenceVersion = z.infer<typeof EvidenceVersion>;

export const EvidenceDetail = z.object({
  evidence: Evidence,
  versions: z.array(EvidenceVersion),
  corrections: z.array(
    z.object({ fact: FactName, value: z.string().nullable(), actor: z.string(), recordedAt: z.string() }),
  ),
  claims: z.array(
    z.object({
      claimId: Id,
      dueItemId: Id,
      assignmentId: Id,
      taskName: z.string(),
      label: z.string(),
      endedAt: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type EvidenceDetail = z.infer<typeof EvidenceDetail>;

/** What is shown of a file in the page: its words and tables, or the file itself. */
export const EvidencePreview = z.object({
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  reading: ReadingState,
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('paragraph'), text: z.string() }),
      z.object({
        type: z.literal('table'),
        rows: z.array(
          z.array(
            z.object({ text: z.string(), colSpan: z.number().optional(), rowSpan: z.number().optional() }),
          ),
        ),
      }),
    ]),
  ),
  /** True where only its beginning is shown. */
  isCut: z.boolean(),
});
export type EvidencePreview = z.infer<typeof EvidencePreview>;

export const FoundEvidence = z.object({
  evidence: Evidence,
  excerpt: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
  claims: z.array(z.object({ dueItemId: Id, assignmentId: Id, taskName: z.string(), label: z.string() })),
});
export type FoundEvidence = z.infer<typeof FoundEvidence>;

export const EvidenceFilter = z.object({
  text: z.string().max(200).optional(),
  agencyId: z.string().optional(),
  type: z.string().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  validity: z.enum(['ended', 'ends-soon']).optional(),
});
export type EvidenceFilter = z.infer<typeof EvidenceFilter>;

/** How much of a file has arrived; what it became once it is whole. */
export const Upload = z.object({
  received: z.number().int(),
  size: z.number().int(),
  /** Bytes of one part at most. */
  partBytes: z.number().int(),
  finished: z.object({ evidenceId: Id, version: z.number().int() }).nullable(),
});
export type Upload = z.infer<typeof Upload>;

const tags = ['Tài liệu kiểm chứng'];
const Done = z.object({ done: z.literal(true) });

/** Parts of a file and files themselves go by plain routes: server/evidence/evidence.files.ts. */
export const evidence = {
  list: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/evidence',
      tags,
      summary: 'Tài liệu đã nộp cho một phần việc hoặc một việc',
    })
    .input(z.object({ assignmentId: Id.optional(), dueItemId: Id.optional() }))
    .output(EvidenceOfPart),
  search: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/evidence/search', tags, summary: 'Tìm trong tài liệu, không cần dấu' })
    .input(EvidenceFilter.extend({ offset: z.coerce.number().int().min(0).max(10_000).default(0) }))
    .output(
      z.object({ found: z.array(FoundEvidence), total: z.number().int(), nextOffset: z.number().nullable() }),
    ),
  get: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/evidence/{evidenceId}',
      tags,
      summary: 'Một tài liệu với các bản của nó',
    })
    .input(z.object({ evidenceId: Id }))
    .output(EvidenceDetail),
  preview: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/evidence/{evidenceId}/versions/{version}/preview',
      tags,
      summary: 'Nội dung một bản để xem trong trang',
    })
    .input(z.object({ evidenceId: Id, version: z.coerce.number().int().min(1) }))
    .output(EvidencePreview),
  startUpload: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/evidence/uploads', tags, summary: 'Bắt đầu gửi một tệp' })
    .input(
      z.object({
        id: Id.describe('Do người gửi tạo (UUID v7): gửi lại cùng mã là gửi tiếp'),
        dueItemId: Id,
        evidenceId: Id.optional().describe('Tài liệu mà tệp này là bản mới'),
        name: z.string().min(1).max(1000),
        size: z.number().int().min(0),
      }),
    )
    .output(Upload),
  getUpload: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/evidence/uploads/{uploadId}',
      tags,
      summary: 'Đã nhận được bao nhiêu của tệp',
    })
    .input(z.object({ uploadId: Id }))
    .output(Upload),
  finishUpload: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/evidence/uploads/{uploadId}/finish', tags, summary: 'Tệp đã gửi đủ' })
    .input(z.object({ uploadId: Id }))
    .output(Upload),
  correct: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/evidence/{evidenceId}/facts', tags, summary: 'Sửa thông tin văn bản' })
    .input(
      z.object({
        evidenceId: Id,
        corrections: z
          .array(z.object({ fact: FactName, value: z.string().trim().min(1).max(500).nullable() }))
          .min(1)
          .max(FACT_NAMES.length),
      }),
    )
    .output(Done),
  claim: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/evidence/{evidenceId}/claims',
      tags,
      summary: 'Dùng tài liệu đã có cho một việc nữa của cơ quan',
    })
    .input(z.object({ evidenceId: Id, dueItemId: Id }))
    .output(z.object({ claimId: Id })),
  withdraw: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/evidence/claims/{claimId}/withdraw',
      tags,
      summary: 'Rút tài liệu khỏi một việc; tệp vẫn được giữ',
    })
    .input(z.object({ claimId: Id, reason: z.string().trim().min(1).max(1000) }))
    .output(Done),
};
