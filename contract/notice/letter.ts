import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, RefusalMessage, Refused } from '../kernel.ts';
import { WorkState } from '../task/work.ts';

const tags = ['Công văn đôn đốc'];
const Line = z.string().trim().max(300);

/** A piece of overdue work that can be urged. */
export const OverdueItem = z.object({
  dueItemId: Id,
  taskId: Id,
  assignmentId: Id,
  planId: Id,
  code: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  role: z.enum(['lead', 'coordinate']),
  dueOn: IsoDate,
  /** The deadline in the words of the plan. */
  basis: z.string(),
  /** Working days. */
  daysLate: z.number().int(),
  state: WorkState,
  lastReportOn: IsoDate.nullable(),
  /** How many letters urged it before, and the day of the last. */
  urged: z.number().int(),
  urgedOn: IsoDate.nullable(),
});
export type OverdueItem = z.infer<typeof OverdueItem>;

export const OverdueAgency = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  items: z.array(OverdueItem),
});
export type OverdueAgency = z.infer<typeof OverdueAgency>;

const Signer = z.object({
  /** "KT. Giám đốc"; null where the head signs. */
  authority: Line.nullable(),
  title: Line,
  name: Line,
});

/** What its author says of a letter; all else follows from the work it urges. */
export const LetterInput = z.object({
  dueItemIds: z.array(Id).max(10_000),
  symbol: z.string().trim().max(60).describe('Ký hiệu, ví dụ SNV-CCHC'),
  askBy: IsoDate.describe('Yêu cầu hoàn thành chậm nhất ngày'),
  signer: Signer,
  recipients: z.array(Line.min(1)).max(30).describe('Các dòng của "Nơi nhận"'),
  added: z.string().trim().max(3_000).nullable().describe('Đoạn người soạn viết thêm'),
});
export type LetterInput = z.infer<typeof LetterInput>;

/** What a new letter begins with: as the last one of the agency, else as is usual. */
export const LetterStart = LetterInput.omit({ dueItemIds: true });
export type LetterStart = z.infer<typeof LetterStart>;

const Table = z.object({
  kind: z.literal('table'),
  columns: z.array(z.object({ header: z.string(), share: z.number(), centred: z.boolean() })),
  rows: z.array(z.array(z.string())),
});
const Block = z.union([z.object({ kind: z.literal('paragraph'), text: z.string() }), Table]);

/** A letter part by part, as it is printed (domain/notice/letter/letter-document.ts). */
export const LetterDocument = z.object({
  name: z.string(),
  head: z.object({
    superior: z.string(),
    issuer: z.string(),
    nation: z.string(),
    motto: z.string(),
    number: z.string(),
    subject: z.string(),
    placeAndDate: z.string(),
  }),
  addressees: z.object({ label: z.string(), lines: z.array(z.string()) }),
  body: z.array(Block),
  recipients: z.object({ label: z.string(), lines: z.array(z.string()) }),
  signature: z.object({ lines: z.array(z.string()), name: z.string() }),
  annexes: z.array(
    z.object({ heading: z.string(), title: z.string(), attachment: z.string(), table: Table }),
  ),
});
export type LetterDocument = z.infer<typeof LetterDocument>;

export const LetterRow = z.object({
  id: Id,
  /** "05/SNV-CCHC". */
  number: z.string(),
  issuedOn: IsoDate,
  agencyName: z.string(),
  subject: z.string(),
  askBy: IsoDate,
  agencies: z.number().int(),
  tasks: z.number().int(),
  /** Of what it urged, how much is handed in or finished by now. */
  settled: z.number().int(),
  actor: z.string(),
  withdrawn: z.object({ reason: z.string(), actor: z.string() }).nullable(),
});
export type LetterRow = z.infer<typeof LetterRow>;

export const letter = {
  overdue: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/urging-letters/overdue',
      tags,
      summary: 'Việc quá hạn theo cơ quan, và những gì một công văn mới bắt đầu với',
    })
    .input(z.object({ planId: Id.optional(), agencyId: z.string().optional() }))
    .output(
      z.object({
        today: IsoDate,
        agencies: z.array(OverdueAgency),
        /** There may be more than is shown: ask for one agency or plan. */
        isCut: z.boolean(),
        /** Null for who may not issue letters. */
        start: LetterStart.nullable(),
        /** The number the next letter takes. */
        nextNumber: z.number().int().nullable(),
      }),
    ),
  preview: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/urging-letters/preview',
      tags,
      summary: 'Xem trước công văn như sẽ ban hành; chưa lấy số, chưa lưu gì',
    })
    .input(LetterInput)
    .output(z.object({ document: LetterDocument, barred: z.array(RefusalMessage) })),
  issue: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/urging-letters', tags, summary: 'Ban hành công văn: lấy số, lưu tệp' })
    .input(
      LetterInput.extend({
        id: Id.describe('Mã do người gửi tạo; gửi hai lần chỉ ban hành một lần'),
        number: z
          .number()
          .int()
          .min(1)
          .max(99_999)
          .optional()
          .describe('Số của sổ công văn đi; bỏ trống là số kế tiếp'),
      }),
    )
    .output(z.object({ id: Id, number: z.string() })),
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/urging-letters', tags, summary: 'Sổ công văn đôn đốc' })
    .input(z.object({ agencyId: z.string().optional(), year: z.coerce.number().int().optional() }))
    .output(z.object({ letters: z.array(LetterRow) })),
  withdraw: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/urging-letters/{letterId}/withdraw',
      tags,
      summary: 'Thu hồi công văn; số vẫn giữ trong sổ',
    })
    .input(z.object({ letterId: Id, reason: z.string().trim().max(1_000) }))
    .output(z.object({ done: z.literal(true) })),
};
