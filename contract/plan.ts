import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FINDING_CODES } from '#domain/plan/document/finding-codes.ts';
import { Id, IsoDate, Refused } from './kernel.ts';
import { AgencyCell, DeadlineCell, LeadCell, Place, SourceField, Target, TaskField } from './reading.ts';

export const FindingCode = z.enum(FINDING_CODES);
export type FindingCode = z.infer<typeof FindingCode>;

export const RowKind = z.enum(['area', 'heading', 'task']);
export type RowKind = z.infer<typeof RowKind>;

/** Number of assignments in each role. */
export const RoleCounts = z.object({ lead: z.number(), coordinate: z.number(), oversee: z.number() });

export const Plan = z.object({
  id: Id,
  number: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  period: z.string().nullable(),
  revision: z.number(),
  counts: z.object({
    areas: z.number(),
    headings: z.number(),
    tasks: z.number(),
    assignments: z.number(),
    findings: z.number(),
  }),
});
export type Plan = z.infer<typeof Plan>;

/** One row of a plan as lists show it. */
export const PlanRow = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: RowKind,
  depth: z.number(),
  code: z.string(),
  name: z.string(),
  deadline: DeadlineCell,
  dueOn: IsoDate.nullable(),
  leads: z.array(LeadCell),
  coordinators: z.array(AgencyCell),
  deliverables: z.array(z.string()),
  targets: z.array(Target),
  inherited: z.array(TaskField),
  assignments: RoleCounts,
  findingCodes: z.array(FindingCode),
});
export type PlanRow = z.infer<typeof PlanRow>;

export const Finding = z.object({
  id: Id,
  code: FindingCode,
  taskId: Id.nullable(),
  taskCode: z.string().nullable(),
  taskName: z.string().nullable(),
  place: Place,
  message: z.string(),
  remedy: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** One row as understood in an import, not yet confirmed. `key` stays the same when the row is corrected. */
export const ImportRow = z.object({
  key: z.string(),
  parentKey: z.string().nullable(),
  kind: RowKind,
  depth: z.number(),
  code: z.string(),
  name: z.string(),
  deadline: DeadlineCell,
  leads: z.array(LeadCell),
  coordinators: z.array(AgencyCell),
  deliverables: z.array(z.string()),
  targets: z.array(Target),
  inherited: z.array(TaskField),
  source: z.partialRecord(TaskField, SourceField),
  /** Fields read with low confidence, each with the reason in Vietnamese. */
  doubts: z.array(z.object({ field: TaskField, reason: z.string() })),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const Receipt = z.object({
  words: z.number(),
  kept: z.number(),
  header: z.number(),
  repeated: z.array(z.string()),
  markup: z.number(),
  lost: z.array(z.string()),
  rows: z.number(),
});
export type Receipt = z.infer<typeof Receipt>;

export const PlanImport = z.object({
  id: Id,
  state: z.enum(['draft', 'confirmed', 'undone']),
  file: z.object({ name: z.string(), kind: z.string(), size: z.number() }),
  plan: z.object({
    number: z.string().nullable(),
    date: IsoDate.nullable(),
    issuer: z.string().nullable(),
    title: z.string(),
    period: z.string().nullable(),
  }),
  planId: Id.nullable(),
  rows: z.array(ImportRow),
  findings: z.array(
    z.object({
      code: z.string(),
      rowKey: z.string().nullable(),
      place: Place,
      message: z.string(),
      remedy: z.string(),
    }),
  ),
  receipt: Receipt,
  /** Present where the document replaces a plan already held. */
  replaces: z.object({ planId: Id, title: z.string() }).nullable(),
  /** True where the very same file (or one read the same) is already a confirmed plan: confirming changes nothing. */
  identical: z.boolean(),
});
export type PlanImport = z.infer<typeof PlanImport>;

export const PlanFilter = z.object({
  area: Id.optional(),
  agency: z.string().optional(),
  role: z.enum(['lead', 'coordinate', 'oversee']).optional(),
  target: z
    .enum(['>=', '>', '<=', '<', '=', 'between', 'increase', 'decrease', 'count', 'exists', 'none'])
    .optional(),
  deadline: z.string().optional().describe('Kind of deadline (year, quarter, continuous …)'),
  dueFrom: IsoDate.optional(),
  dueTo: IsoDate.optional(),
  finding: FindingCode.optional(),
  search: z.string().max(200).optional().describe('Words, with or without diacritics'),
  sort: z.enum(['order', 'name', 'due', 'assignments']).optional(),
  descending: z.coerce.boolean().optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

const tags = ['Kế hoạch'];

export const plan = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/plans', tags, summary: 'Các kế hoạch' })
    .output(z.array(Plan)),
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/plans/{planId}', tags, summary: 'Một kế hoạch' })
    .input(z.object({ planId: Id }))
    .output(Plan),
  rows: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/rows',
      tags,
      summary: 'Lĩnh vực, mục và nhiệm vụ, lọc và sắp xếp',
    })
    .input(PlanFilter.extend({ planId: Id }))
    .output(z.object({ total: z.number(), rows: z.array(PlanRow) })),
  findings: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/findings',
      tags,
      summary: 'Những điều cần xem lại trong văn bản',
    })
    .input(z.object({ planId: Id }))
    .output(z.array(Finding)),
  agencies: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/agencies',
      tags,
      summary: 'Các cơ quan và số phần việc của mỗi cơ quan',
    })
    .input(z.object({ planId: Id }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          level: z.string(),
          validTo: IsoDate.nullable(),
          verified: z.boolean(),
          assignments: RoleCounts,
        }),
      ),
    ),
  import: {
    create: oc
      .errors(Refused)
      .route({
        method: 'POST',
        path: '/imports',
        tags,
        summary: 'Nhập một văn bản kế hoạch (.docx, .xlsx, .pdf, .txt, .tsv)',
      })
      .input(z.object({ file: z.file() }))
      .output(z.object({ importId: Id })),
    list: oc
      .errors(Refused)
      .route({ method: 'GET', path: '/imports', tags, summary: 'Các lần nhập' })
      .output(
        z.array(
          z.object({
            id: Id,
            fileName: z.string(),
            state: z.string(),
            recordedAt: z.string(),
            planId: Id.nullable(),
            title: z.string(),
          }),
        ),
      ),
    get: oc
      .errors(Refused)
      .route({
        method: 'GET',
        path: '/imports/{importId}',
        tags,
        summary: 'Một lần nhập: nguồn và cách hiểu',
      })
      .input(z.object({ importId: Id }))
      .output(PlanImport),
    confirm: oc
      .errors(Refused)
      .route({
        method: 'POST',
        path: '/imports/{importId}/confirm',
        tags,
        summary: 'Xác nhận: kế hoạch bắt đầu chạy',
      })
      .input(z.object({ importId: Id }))
      .output(z.object({ planId: Id, created: z.number(), changed: z.number(), removed: z.number() })),
    undo: oc
      .errors(Refused)
      .route({
        method: 'POST',
        path: '/imports/{importId}/undo',
        tags,
        summary: 'Hủy bản nhập (cả khi đã xác nhận)',
      })
      .input(z.object({ importId: Id }))
      .output(z.object({ importId: Id, planId: Id.nullable() })),
  },
};
