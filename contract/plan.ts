import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FINDING_CODES } from '#domain/plan/document/finding-codes.ts';
import { Id, IsoDate, Refused } from './kernel.ts';
import {
  AgencyCell,
  DeadlineCell,
  LeadCell,
  Place,
  PlanNote,
  Proposal,
  RowWords,
  SourceField,
  Target,
  TaskField,
  WordsReading,
} from './reading.ts';

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
  /** The year its deadlines mean where they name none. */
  year: z.number().nullable(),
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
  /** Words of columns the plan has no field for. */
  notes: z.array(PlanNote),
  assignments: RoleCounts,
  findingCodes: z.array(FindingCode),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** An area or heading, which other rows stand below. */
export const PlanHeading = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: RowKind,
  depth: z.number(),
  code: z.string(),
  name: z.string(),
});
export type PlanHeading = z.infer<typeof PlanHeading>;

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
  notes: z.array(PlanNote).optional(),
  /** Fields set right by hand in this import. */
  corrected: z.array(TaskField),
  /** Fields set right by hand in the plan this document replaces, kept. */
  carried: z.array(z.string()),
  /** Fields set by hand in that plan which the document now says otherwise: the words held there. */
  conflicts: z.array(z.object({ field: z.string(), held: z.string() })),
  proposals: z.array(Proposal),
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
  /** Sheets of a workbook their author hid, which were not read. */
  hiddenSheets: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

/** Number and name of a row, to tell which is meant. */
const RowName = z.object({ key: z.string(), code: z.string(), name: z.string() });

/** What a document changes in a plan already held, by task and by target. */
export const PlanDiff = z.object({
  added: z.array(RowName),
  removed: z.array(RowName),
  changed: z.array(
    RowName.extend({
      /** True where it stands below another row than before. */
      moved: z.boolean(),
      fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      targets: z.array(z.object({ before: Target.optional(), after: Target.optional() })),
    }),
  ),
  unchanged: z.number(),
});
export type PlanDiff = z.infer<typeof PlanDiff>;

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
  replaces: z
    .object({
      planId: Id,
      title: z.string(),
      /** Revision of the plan the difference was made with; given back when confirming. */
      revision: z.number(),
      diff: PlanDiff,
      /** Rows of the document left out, as they were removed from the plan by hand. */
      removedByHand: z.array(RowName),
    })
    .nullable(),
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

const FieldWords = z.object({
  code: z.string(),
  name: z.string(),
  field: TaskField,
  before: z.string(),
  after: z.string(),
});

/** One accepted act in the history of a plan. */
export const PlanChange = z.object({
  id: Id,
  revision: z.number(),
  kind: z.enum([
    'imported',
    'reimported',
    'import-undone',
    'task-updated',
    'task-created',
    'task-moved',
    'task-removed',
    'undone',
  ]),
  taskId: Id.nullable(),
  taskCode: z.string().nullable(),
  /** False where the task is no longer in the plan. */
  isTaskHeld: z.boolean(),
  importId: Id.nullable(),
  fields: z.array(FieldWords),
  /** Revision it took back, where it is an undoing. */
  undoes: z.number().nullable(),
  undone: z.boolean(),
  /** True of the newest change that still holds, where it can be taken back. */
  undoable: z.boolean(),
  actor: z.string(),
  occurredAt: z.string(),
});
export type PlanChange = z.infer<typeof PlanChange>;

/** Revision of the plan a change was made on; where the plan has changed since, the change is refused. */
export const Revision = z.coerce.number().int().min(0);

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
  outline: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/outline',
      tags,
      summary: 'Các lĩnh vực và mục, theo thứ tự',
    })
    .input(z.object({ planId: Id }))
    .output(z.array(PlanHeading)),
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
  changes: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/changes',
      tags,
      summary: 'Lịch sử thay đổi, mới nhất trước',
    })
    .input(
      z.object({
        planId: Id,
        taskId: Id.optional(),
        offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
        limit: z.coerce.number().int().min(1).max(200).optional(),
      }),
    )
    .output(z.array(PlanChange)),
  undo: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/plans/{planId}/undo', tags, summary: 'Hoàn tác thay đổi gần nhất' })
    .input(z.object({ planId: Id, revision: Revision }))
    .output(z.object({ revision: z.number() })),
  readWords: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/readings',
      tags,
      summary: 'Đọc thử lời văn: thời hạn, cơ quan, chỉ tiêu',
    })
    .input(z.object({ words: RowWords, year: z.number().int().min(1900).max(2200).optional() }))
    .output(WordsReading),
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
    correct: oc
      .errors(Refused)
      .route({
        method: 'POST',
        path: '/imports/{importId}/corrections',
        tags,
        summary: 'Sửa chỗ đọc chưa đúng trước khi xác nhận; null bỏ các chỗ đã sửa của dòng',
      })
      .input(z.object({ importId: Id, rowKey: z.string().max(100), words: RowWords.nullable() }))
      .output(z.object({ rows: z.array(ImportRow) })),
    confirm: oc
      .errors(Refused)
      .route({
        method: 'POST',
        path: '/imports/{importId}/confirm',
        tags,
        summary: 'Xác nhận: kế hoạch bắt đầu chạy',
      })
      .input(z.object({ importId: Id, revision: Revision.optional() }))
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
