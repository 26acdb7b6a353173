import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SPAN_UNITS } from '#domain/calendar/compute-deadline.ts';
import { PROPOSAL_GROUNDS, SCHEDULE_KINDS } from '#domain/plan/schedule/schedule-item.ts';
import { Id, IsoDate, Refused } from '../kernel.ts';

const tags = ['Mốc thời hạn'];

const PassedDay = z.object({ day: IsoDate, words: z.string() });

/** How a day came about: enough for anybody to count it again. */
export const ScheduleDerivation = z.object({
  words: z.string(),
  part: z.string(),
  rules: z.array(z.object({ words: z.string(), source: z.string(), verified: z.boolean() })),
  steps: z.array(z.string()),
  /** Days off and days made up that were passed in the counting, with why. */
  skipped: z.array(PassedDay),
  madeUp: z.array(PassedDay),
  missing: z.array(z.string()),
  /** Named by words or a person: no change of the calendar moves it. */
  fixed: z.boolean(),
});
export type ScheduleDerivation = z.infer<typeof ScheduleDerivation>;

/** "05 ngày làm việc trước ngày có hiệu lực": what the words count from, and when that is where its owner said. */
export const ScheduleEvent = z.object({
  n: z.number().int(),
  unit: z.enum(SPAN_UNITS),
  direction: z.enum(['after', 'before']),
  words: z.string().nullable(),
  on: IsoDate.nullable(),
});
export type ScheduleEvent = z.infer<typeof ScheduleEvent>;

const Given = {
  /** Who gave or declined the day; null where the document says it, or where the reader may not see its people. */
  author: z.string().nullable(),
  recordedAt: z.string(),
};

export const ScheduleItem = z.object({
  id: Id,
  kind: z.enum(SCHEDULE_KINDS),
  label: z.string(),
  startsOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  origin: z.enum(['document', 'accepted', 'entered']),
  derivation: ScheduleDerivation,
  /** Null where the words count from no event. */
  event: ScheduleEvent.nullable(),
  ...Given,
  /** Working days from today to the day; negative when late; null without a day. */
  workingDaysLeft: z.number().int().nullable(),
  /** The whole task was brought forward since: the day lies behind its end. */
  isAfterWhole: z.boolean(),
  /** The day is fixed and nobody works on it: it has to be done before. */
  isRestDay: z.boolean(),
});
export type ScheduleItem = z.infer<typeof ScheduleItem>;

export const ScheduleProposal = z.object({
  kind: z.enum(SCHEDULE_KINDS),
  label: z.string(),
  startsOn: IsoDate.nullable(),
  dueOn: IsoDate,
  ground: z.enum(PROPOSAL_GROUNDS),
  reason: z.string(),
  derivation: ScheduleDerivation,
  workingDaysLeft: z.number().int(),
  /** Set where its owner did not want it; it can still be accepted. */
  declined: z.object({ reason: z.string().nullable(), ...Given }).nullable(),
});
export type ScheduleProposal = z.infer<typeof ScheduleProposal>;

/** What of one task falls due when and why, and what is proposed besides. */
export const TaskSchedule = z.object({
  taskId: Id,
  planId: Id,
  code: z.string(),
  name: z.string(),
  areaId: Id.nullable(),
  deadline: z.string(),
  items: z.array(ScheduleItem),
  proposals: z.array(ScheduleProposal),
});
export type TaskSchedule = z.infer<typeof TaskSchedule>;

export const PlanSchedule = z.object({ planId: Id, title: z.string(), tasks: z.array(TaskSchedule) });
export type PlanSchedule = z.infer<typeof PlanSchedule>;

const Decided = z.object({
  taskId: Id,
  kind: z.enum(SCHEDULE_KINDS),
  label: z.string().min(1).max(500),
  proposedOn: IsoDate.describe('Ngày đề xuất mà người quyết định đã thấy; đã khác thì bị từ chối'),
  dueOn: IsoDate.optional().describe('Ngày khác với đề xuất; cần có lý do'),
  reason: z.string().trim().max(1000).optional(),
});
export type DecidedProposal = z.infer<typeof Decided>;

export const schedule = {
  ofPlan: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/plans/{planId}/schedule',
      tags,
      summary: 'Mốc thời hạn của mọi nhiệm vụ trong kế hoạch, và các mốc đề xuất',
    })
    .input(z.object({ planId: Id }))
    .output(PlanSchedule),
  ofTask: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/tasks/{taskId}/schedule',
      tags,
      summary: 'Mốc thời hạn của một nhiệm vụ, vì sao là ngày đó',
    })
    .input(z.object({ taskId: Id }))
    .output(TaskSchedule),
  decide: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/plans/{planId}/schedule/decisions',
      tags,
      summary: 'Chấp nhận hoặc bỏ các mốc đề xuất; tất cả cùng được ghi, hoặc không có gì được ghi',
    })
    .input(
      z.object({
        planId: Id,
        decision: z.enum(['accept', 'decline']),
        reason: z.string().trim().max(1000).optional(),
        proposals: z.array(Decided).min(1).max(2000),
      }),
    )
    .output(z.object({ decided: z.number().int() })),
  enter: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/tasks/{taskId}/schedule/days',
      tags,
      summary: 'Ấn định ngày cho một mốc chưa có ngày, đổi ngày đã ấn định, hoặc thêm một mốc',
    })
    .input(
      z.object({
        taskId: Id,
        itemId: Id.optional().describe('Mốc được ấn định ngày; để trống là thêm một mốc mới'),
        label: z.string().trim().max(200).optional().describe('Tên của mốc mới'),
        dueOn: IsoDate.optional().describe('Ngày cuối cùng còn đúng hạn'),
        eventOn: IsoDate.optional().describe(
          'Thay cho ngày cuối cùng: ngày của sự kiện mà lời văn tính từ đó; hạn được tính ra và theo lịch làm việc',
        ),
        reason: z.string().trim().min(1).max(1000),
      }),
    )
    .output(z.object({ itemId: Id })),
  remove: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/schedule-items/{itemId}/remove',
      tags,
      summary: 'Bỏ một mốc đã chấp nhận hoặc ngày đã ấn định',
    })
    .input(z.object({ itemId: Id, reason: z.string().trim().min(1).max(1000) }))
    .output(z.object({ done: z.literal(true) })),
};
