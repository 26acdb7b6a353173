import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SPAN_UNITS } from '#domain/calendar/compute-deadline.ts';
import { IsoDate, Refused } from './kernel.ts';

const tags = ['Lịch làm việc'];

const NoticeDay = z.object({
  day: IsoDate,
  /** off: nghỉ; work: làm bù. */
  effect: z.enum(['off', 'work']),
  words: z.string().trim().min(1).max(200),
});
export type NoticeDay = z.infer<typeof NoticeDay>;

export const CalendarNotice = z.object({
  id: z.string(),
  words: z.string(),
  source: z.string(),
  knownFrom: IsoDate.nullable(),
  verified: z.boolean(),
  days: z.array(NoticeDay),
  completesYear: z.number().int().nullable(),
  withdraws: z.string().nullable(),
  /** Who entered it; null where it was known without. */
  actor: z.string().nullable(),
  stands: z.boolean(),
});
export type CalendarNotice = z.infer<typeof CalendarNotice>;

const DayMark = z.object({
  day: IsoDate,
  effect: z.enum(['off', 'work']),
  words: z.string(),
  source: z.string(),
  verified: z.boolean(),
});

/** One year: everything that is not as its weekday says, and how many days are worked in each month. */
export const CalendarYear = z.object({
  year: z.number().int(),
  /** Whether every day off of the year is known. */
  isComplete: z.boolean(),
  undecided: z.string().nullable(),
  marks: z.array(DayMark),
  months: z.array(z.object({ month: z.number().int(), workingDays: z.number().int() })),
  workingDays: z.number().int(),
  notices: z.array(CalendarNotice),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

const NoticeInput = z.object({
  words: z.string().trim().min(1).max(300).describe('Thông báo nói gì'),
  source: z.string().trim().min(1).max(300).describe('Số, ký hiệu, ngày của văn bản'),
  knownFrom: IsoDate.describe('Ngày văn bản'),
  verified: z.boolean(),
  days: z.array(NoticeDay).max(100),
  completesYear: z.number().int().min(2015).max(2040).optional(),
  withdraws: z.string().max(100).optional(),
});
export type NoticeInput = z.infer<typeof NoticeInput>;

export const MovedDeadline = z.object({
  words: z.string(),
  from: IsoDate,
  to: IsoDate,
  /** Cơ quan còn phải làm. */
  open: z.number().int(),
  /** Cơ quan đã xong, giữ ngày cũ. */
  kept: z.number().int(),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;

export const calendar = {
  year: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/calendar/{year}', tags, summary: 'Lịch làm việc của một năm' })
    .input(
      z.object({
        year: z.coerce.number().int().min(2015).max(2040),
        knownOn: IsoDate.optional().describe('Như đã biết vào ngày này; bỏ trống là hiện nay'),
      }),
    )
    .output(CalendarYear),
  count: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/calendar/count',
      tags,
      summary: 'Tính thời hạn: cộng, trừ ngày làm việc, kèm lý do từng ngày không tính',
    })
    .input(
      z.object({
        from: IsoDate,
        n: z.coerce.number().int().min(0).max(1000),
        unit: z.enum(SPAN_UNITS),
        direction: z.enum(['after', 'before']),
        knownOn: IsoDate.optional(),
      }),
    )
    .output(
      z.object({
        day: IsoDate,
        reason: z.string(),
        skipped: z.array(DayMark),
        madeUp: z.array(DayMark),
        covered: z.boolean(),
      }),
    ),
  preview: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/calendar/notices/preview',
      tags,
      summary: 'Xem trước thông báo: thời hạn nào sẽ chuyển',
    })
    .input(NoticeInput)
    .output(z.object({ moved: z.array(MovedDeadline) })),
  record: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/calendar/notices',
      tags,
      summary: 'Ghi thông báo nghỉ, hoán đổi, làm bù; hoặc thu hồi một thông báo',
    })
    .input(NoticeInput)
    .output(z.object({ id: z.string(), moved: z.array(MovedDeadline) })),
};
