import { oc } from '@orpc/contract';
import { z } from 'zod';
import { WORK_STATES } from '#domain/task/work/work-act.ts';
import { Id, IsoDate, Refused } from '../kernel.ts';

export const WorkState = z.enum(WORK_STATES);
export type WorkState = z.infer<typeof WorkState>;

const Words = z.string().trim().min(1).max(5000);

export const Amount = z.object({
  done: z.number().min(0),
  whole: z.number().positive(),
  unit: z.string().trim().min(1).max(100),
});
export type Amount = z.infer<typeof Amount>;

export const Blocker = z.object({
  words: z.string().trim().min(1).max(2000),
  agencyId: z.string().optional(),
  dueItemId: Id.optional(),
  since: IsoDate,
});
export type Blocker = z.infer<typeof Blocker>;

/** One due item in a list: what, of whom, until when, where it stands. */
export const DueRow = z.object({
  id: Id,
  assignmentId: Id,
  taskId: Id,
  planId: Id,
  code: z.string(),
  name: z.string(),
  areaId: Id.nullable(),
  agencyId: z.string(),
  agencyName: z.string(),
  role: z.enum(['lead', 'coordinate']),
  kind: z.enum(['whole', 'period', 'milestone']),
  label: z.string(),
  startsOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  /** Why it is due that day, one sentence each; empty where the words say the day themselves. */
  why: z.array(z.string()),
  /** The words of the document it follows from. */
  deadlineText: z.string(),
  /** Working days from today to the due day; negative when late; null without a day. */
  workingDaysLeft: z.number().int().nullable(),
  state: WorkState,
  asked: z.enum(['not-applicable', 'extension']).nullable(),
  seq: z.number().int(),
  amount: Amount.nullable(),
  step: z.string().nullable(),
  lastReportOn: IsoDate.nullable(),
  lastText: z.string().nullable(),
  nextOn: IsoDate.nullable(),
  /** The day news were expected on and did not come. */
  silentSince: IsoDate.nullable(),
  blocker: Blocker.nullable(),
  submittedOn: IsoDate.nullable(),
  finishedOn: IsoDate.nullable(),
  flags: z.array(z.string()),
  evidenceCount: z.number().int(),
  holder: z.object({ personId: Id, name: z.string().nullable() }).nullable(),
});
export type DueRow = z.infer<typeof DueRow>;

export const WorkAct = z.object({
  id: Id,
  seq: z.number().int(),
  kind: z.string(),
  /** The deed as domain/task/work/work-act.ts shapes it. */
  body: z.record(z.string(), z.unknown()),
  actor: z.string(),
  personId: Id.nullable(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  occurredOn: IsoDate,
  recordedAt: z.string(),
});
export type WorkAct = z.infer<typeof WorkAct>;

/** What narrows one's work (domain/task/work/my-work.ts). */
export const MyWorkFilter = z.object({
  search: z.string().max(200).optional(),
  state: WorkState.optional(),
  role: z.enum(['lead', 'coordinate']).optional(),
  agencyId: z.string().max(200).optional(),
  holder: z.literal('me').optional(),
});
export type MyWorkFilter = z.infer<typeof MyWorkFilter>;

/** Some of what waits for a decision of the person who asks. */
export const ToReview = z.object({
  total: z.number().int(),
  /** Of everything that waits, whatever is asked for. */
  agencies: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(DueRow),
});
export type ToReview = z.infer<typeof ToReview>;

/** What every act carries: its own identifier, and how far the person saw. */
const Acting = {
  dueItemId: Id,
  id: Id.describe('Do người gửi tạo (UUID v7): gửi lại hai lần chỉ ghi một lần'),
  seen: z
    .number()
    .int()
    .min(0)
    .describe('Số việc đã ghi mà người gửi đã thấy; có việc mới của người khác thì bị từ chối'),
};

/** Where the item stands after the act. */
export const WorkDone = z.object({ state: WorkState, seq: z.number().int(), flags: z.array(z.string()) });
export type WorkDone = z.infer<typeof WorkDone>;

const tags = ['Thực hiện'];
const act = <S extends z.ZodRawShape>(path: `/${string}`, summary: string, shape: S) =>
  oc
    .errors(Refused)
    .route({ method: 'POST', path: `/due-items/{dueItemId}${path}`, tags, summary })
    .input(z.object({ ...Acting, ...shape }))
    .output(WorkDone);

/** What the person who asks may do to an item now, by the same table the server decides by. */
const May = z.object({
  report: z.boolean(),
  submit: z.boolean(),
  takeBack: z.boolean(),
  review: z.boolean(),
  close: z.boolean(),
  reopen: z.boolean(),
  ask: z.boolean(),
  decide: z.boolean(),
});

export const Comment = z.object({
  id: Id,
  taskId: Id,
  assignmentId: Id.nullable(),
  words: z.string(),
  mentionedAgencies: z.array(z.object({ id: z.string(), name: z.string() })),
  mentionedPeople: z.array(z.object({ id: Id, name: z.string().nullable() })),
  answersId: Id.nullable(),
  actor: z.string(),
  personId: Id.nullable(),
  agencyName: z.string().nullable(),
  occurredAt: z.string(),
});
export type Comment = z.infer<typeof Comment>;

/** An item of one part, with everything that was done to it, newest first. */
export const PartItem = DueRow.extend({
  may: May,
  /** The day asked for, where more time was. */
  askedDueOn: IsoDate.nullable(),
  acts: z.array(WorkAct),
});
export type PartItem = z.infer<typeof PartItem>;

export const Part = z.object({
  id: Id,
  agencyId: z.string(),
  agencyName: z.string(),
  role: z.enum(['lead', 'coordinate', 'oversee']),
  basis: z.string(),
  holder: z.object({ personId: Id, name: z.string().nullable() }).nullable(),
  task: z.object({
    id: Id,
    planId: Id,
    planTitle: z.string(),
    code: z.string(),
    name: z.string(),
    deadlineText: z.string(),
    deliverables: z.array(z.string()),
  }),
  /** The steps towards the product, for progress that cannot be counted. */
  steps: z.array(z.string()),
  items: z.array(PartItem),
  /** The other parts of the task that may be seen. */
  others: z.array(
    z.object({
      id: Id,
      agencyId: z.string(),
      agencyName: z.string(),
      role: z.enum(['lead', 'coordinate', 'oversee']),
    }),
  ),
  comments: z.array(Comment),
});
export type Part = z.infer<typeof Part>;

export const WaitChain = z.object({
  isCircle: z.boolean(),
  steps: z.array(
    z.object({
      dueItemId: Id.nullable(),
      assignmentId: Id.nullable(),
      /** Number, name and period of the work; null where an agency is waited for as a whole. */
      work: z.string().nullable(),
      agencyName: z.string().nullable(),
      words: z.string().nullable(),
      since: IsoDate.nullable(),
    }),
  ),
});
export type WaitChain = z.infer<typeof WaitChain>;

export const work = {
  report: act('/reports', 'Báo cáo tiến độ', {
    occurredOn: IsoDate,
    text: Words,
    amount: Amount.optional(),
    step: z.string().trim().min(1).max(200).optional(),
    nextOn: IsoDate.optional(),
    blocker: Blocker.nullable().optional(),
  }),
  submit: act('/submit', 'Nộp kết quả để duyệt; cơ quan phối hợp xác nhận phần của mình', {
    text: Words,
    writtenOn: IsoDate.optional().describe(
      'Ngày viết trên máy khi không có mạng; được tính là ngày nộp nếu đến trong vài ngày làm việc',
    ),
  }),
  takeBack: act('/take-back', 'Lấy lại kết quả vừa nộp để bổ sung', {}),
  accept: act('/accept', 'Duyệt kết quả', { text: z.string().trim().max(5000).optional() }),
  return: act('/return', 'Trả lại để bổ sung', { text: Words, reasonCode: z.string().max(50).optional() }),
  close: act('/close', 'Kết thúc khi không có kết quả', { text: Words }),
  reopen: act('/reopen', 'Mở lại', { text: Words }),
  askNotApplicable: act('/ask-not-applicable', 'Đề nghị xác định là không áp dụng', { text: Words }),
  askExtension: act('/ask-extension', 'Xin gia hạn', { text: Words, dueOn: IsoDate }),
  grant: act('/grant', 'Đồng ý điều đã đề nghị', {
    text: z.string().trim().max(5000).optional(),
    dueOn: IsoDate.optional(),
  }),
  refuse: act('/refuse', 'Không đồng ý điều đã đề nghị', { text: Words }),
  part: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/assignments/{assignmentId}/work',
      tags,
      summary: 'Một phần việc: việc đến hạn, việc đã ghi, trao đổi',
    })
    .input(z.object({ assignmentId: Id }))
    .output(Part),
  mine: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/work/mine',
      tags,
      summary: 'Việc của tôi: việc còn phải làm của cơ quan mình, và việc đã nộp đang chờ duyệt',
    })
    .output(z.object({ today: IsoDate, personId: Id, todo: z.array(DueRow), waiting: z.array(DueRow) })),
  toReview: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/work/to-review',
      tags,
      summary: 'Việc chờ tôi duyệt: kết quả đã nộp, điều đã đề nghị',
    })
    .input(
      MyWorkFilter.extend({
        limit: z.coerce.number().int().min(1).max(1000).default(50),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(ToReview),
  changes: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/due-items/{dueItemId}/acts',
      tags,
      summary: 'Việc đã ghi sau lần thứ mấy, để xem bên cạnh nội dung của mình',
    })
    .input(z.object({ dueItemId: Id, after: z.coerce.number().int().min(0).default(0) }))
    .output(z.object({ item: DueRow, acts: z.array(WorkAct) })),
  blockers: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/work/blockers', tags, summary: 'Ai đang chờ ai, thành chuỗi và vòng' })
    .input(z.object({ planId: Id.optional() }))
    .output(z.array(WaitChain)),
  comment: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/tasks/{taskId}/comments', tags, summary: 'Trao đổi về một nhiệm vụ' })
    .input(
      z.object({
        taskId: Id,
        id: Id,
        assignmentId: Id.optional(),
        answersId: Id.optional(),
        words: Words,
        mentionedAgencies: z.array(z.string()).max(50).default([]),
        mentionedPeople: z.array(Id).max(50).default([]),
      }),
    )
    .output(Comment),
};
