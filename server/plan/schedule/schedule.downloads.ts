import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { filterSchedule, SCHEDULE_SHOWS } from '#domain/plan/schedule/filter-schedule.ts';
import { PROPOSAL_GROUNDS } from '#domain/plan/schedule/schedule-item.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { attachFile, EXCEL, orRefuseFile, parseAddress } from '../../http/attach-file.ts';
import { getPlanSchedule } from './get-plan-schedule.ts';
import { writeScheduleXlsx } from './write-schedule-xlsx.ts';

const Filter = z.object({
  show: z.enum(SCHEDULE_SHOWS).optional(),
  search: z.string().max(200).optional(),
  areaId: Id.optional(),
  ground: z.enum(PROPOSAL_GROUNDS).optional(),
});

/** The days of a plan a screen shows, by the same filter, as a workbook. */
export function registerScheduleDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  app.get('/api/plans/:planId/schedule.xlsx', async (request, reply) => {
    const deps = await enter(request, 'schedule.read');
    const { planId } = parseAddress(z.object({ planId: Id }), request.params);
    const filter = parseAddress(Filter, request.query);
    const { title, tasks } = orRefuseFile(await getPlanSchedule(deps, planId));
    const shown = filterSchedule(tasks, filter);
    await inScope(deps, (tx) =>
      appendAudit(tx, deps, {
        act: 'plan.export',
        subject: { kind: 'plan', id: planId, words: title },
        after: { format: 'xlsx', part: 'schedule', ...filter },
      }),
    );
    const bytes = await writeScheduleXlsx(shown, {
      title: `Mốc thời hạn tính đến ngày ${dayWords(todayOf(deps))}`,
      note: `${title}; ${shown.length} nhiệm vụ. Ngày làm việc còn lại là số âm khi đã qua ngày.`,
    });
    return attachFile(reply, `Mốc thời hạn ${todayOf(deps)}.xlsx`, EXCEL).send(Buffer.from(bytes));
  });
}
