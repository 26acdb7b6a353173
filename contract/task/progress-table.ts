import { oc } from '@orpc/contract';
import { z } from 'zod';
import { PROGRESS_COLUMNS } from '#domain/task/table/progress-columns.ts';
import { Id, IsoDate, Refused } from '../kernel.ts';
import { Amount, Blocker } from './work.ts';

const Column = z.enum(PROGRESS_COLUMNS);

/** What a row would report, as the act of reporting takes it. */
const Progress = z.object({
  text: z.string().trim().min(1).max(5000),
  amount: Amount.optional(),
  step: z.string().trim().min(1).max(200).optional(),
  blocker: Blocker.nullable().optional(),
  nextOn: IsoDate.optional(),
});

const Standing = z.object({
  text: z.string().nullable(),
  amount: Amount.nullable(),
  step: z.string().nullable(),
  blocker: Blocker.nullable(),
  nextOn: IsoDate.nullable(),
});

export const ProgressRow = z.object({
  row: z.number().int(),
  dueItemId: Id,
  seq: z.number().int(),
  work: z.string(),
  agencyName: z.string(),
  dueOn: IsoDate.nullable(),
  change: z.enum(['report', 'nothing', 'conflict']),
  changed: z.array(Column),
  before: Standing,
  after: Standing,
  /** Left out where the row changes nothing. */
  report: Progress.optional(),
  warnings: z.array(z.string()),
});
export type ProgressRow = z.infer<typeof ProgressRow>;

export const ProgressProblem = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  problem: z.string(),
});
export type ProgressProblem = z.infer<typeof ProgressProblem>;

const tags = ['Thực hiện'];

export const progressTable = {
  read: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/work/table/readings',
      tags,
      summary: 'Đọc bảng tiến độ (dán từ Excel, hoặc tệp .xlsx, .docx, .tsv): từng dòng sẽ đổi gì',
    })
    .input(z.object({ text: z.string().max(2_000_000).optional(), file: z.file().optional() }))
    .output(z.object({ rows: z.array(ProgressRow), problems: z.array(ProgressProblem) })),
  apply: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/work/table',
      tags,
      summary: 'Ghi các báo cáo của bảng: tất cả hoặc không dòng nào',
    })
    .input(
      z.object({
        occurredOn: IsoDate,
        reports: z
          .array(Progress.extend({ dueItemId: Id, id: Id, seen: z.number().int().min(0) }))
          .min(1)
          .max(5000),
      }),
    )
    .output(z.object({ stored: z.number().int() })),
};
