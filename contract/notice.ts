import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MAIL_CHOICES } from '#domain/notice/digest-time.ts';
import { NOTICE_GROUPS, NOTICE_RECIPIENTS, NOTICE_TRIGGERS } from '#domain/notice/notice-rule.ts';
import { Id, IsoDate, Refused } from './kernel.ts';

const tags = ['Nhắc việc'];
const PAGE = 50;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ:phút, ví dụ 07:30');

export const OwnNotice = z.object({
  id: Id,
  rule: z.string(),
  group: z.enum(NOTICE_GROUPS),
  /** The thing: task and agency, or what was said. */
  words: z.string(),
  /** Why today, and why this person. */
  reason: z.string(),
  /** Path of the page where one acts. */
  link: z.string(),
  plannedOn: IsoDate,
  read: z.boolean(),
  /** What it called for was done meanwhile. */
  done: z.boolean(),
});
export type OwnNotice = z.infer<typeof OwnNotice>;

export const NoticeSetting = z.object({
  mail: z
    .enum(MAIL_CHOICES)
    .describe('daily: mỗi ngày làm việc; weekly: đầu tuần; late: chỉ khi quá hạn; none: không nhận thư'),
  quietFrom: ClockTime.describe('Từ giờ này không gửi thư'),
  quietTo: ClockTime.describe('Đến giờ này'),
});
export type NoticeSetting = z.infer<typeof NoticeSetting>;

const Rule = z.object({
  id: z.string(),
  trigger: z.enum(NOTICE_TRIGGERS),
  /** Ngày làm việc trước hạn, hoặc sau sự việc. */
  days: z.number().int(),
  to: z.array(z.enum(NOTICE_RECIPIENTS)),
  enabled: z.boolean(),
});

export const NoticeRules = z.object({
  rules: z.array(Rule),
  sendAt: ClockTime.describe('Giờ gửi thư nhắc'),
  effectDays: z.number().int().min(1).max(30).describe('Số ngày làm việc tính là làm theo lời nhắc'),
});
export type NoticeRules = z.infer<typeof NoticeRules>;

const RulesInput = NoticeRules.extend({
  rules: z.array(Rule.omit({ trigger: true })).max(50),
});
export type RulesInput = z.infer<typeof RulesInput>;

export const NoticeOverview = z.object({
  mailIsConfigured: z.boolean(),
  from: IsoDate,
  /** Of each rule: how often it reminded, how many were opened, and how many were followed by an act in time. */
  effects: z.array(
    z.object({
      rule: z.string(),
      reminded: z.number().int(),
      read: z.number().int(),
      acted: z.number().int(),
    }),
  ),
  days: z.array(
    z.object({
      day: IsoDate,
      waiting: z.number().int(),
      sent: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  troubles: z.array(
    z.object({
      name: z.string(),
      day: IsoDate,
      attempts: z.number().int(),
      trouble: z.string(),
      givenUp: z.boolean(),
    }),
  ),
});
export type NoticeOverview = z.infer<typeof NoticeOverview>;

export const notice = {
  mine: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/notices', tags, summary: 'Lời nhắc của tôi' })
    .input(
      z.object({
        unread: z.stringbool().optional(),
        group: z.enum(NOTICE_GROUPS).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(PAGE),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ total: z.number().int(), unread: z.number().int(), notices: z.array(OwnNotice) })),
  count: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/notices/count', tags, summary: 'Số lời nhắc chưa đọc' })
    .output(z.object({ unread: z.number().int() })),
  markRead: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/notices/read', tags, summary: 'Đánh dấu lời nhắc đã đọc' })
    .input(z.object({ ids: z.array(Id).max(1000).optional().describe('Bỏ trống là tất cả') }))
    .output(z.object({ unread: z.number().int() })),
  setting: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/notices/setting', tags, summary: 'Cách tôi nhận lời nhắc' })
    .output(NoticeSetting.extend({ mailIsConfigured: z.boolean() })),
  updateSetting: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/notices/setting', tags, summary: 'Đổi cách tôi nhận lời nhắc' })
    .input(NoticeSetting)
    .output(NoticeSetting),
  rules: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/notices/rules', tags, summary: 'Quy tắc nhắc việc' })
    .output(NoticeRules),
  updateRules: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/notices/rules', tags, summary: 'Đổi quy tắc nhắc việc' })
    .input(RulesInput)
    .output(NoticeRules),
  overview: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/notices/overview', tags, summary: 'Thư đã gửi và hiệu quả nhắc việc' })
    .output(NoticeOverview),
};
