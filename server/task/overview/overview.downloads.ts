import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DueFilter } from '#contract/task/overview.ts';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { attachFile, EXCEL, parseAddress } from '../../http/attach-file.ts';
import { RefusedRequest } from '../../http/present-error.ts';
import { listRows } from './list-rows.ts';
import { writeRowsXlsx } from './write-rows-xlsx.ts';

const MOST_ROWS = 20_000;

/** The rows a screen shows, by the same filter, as a workbook. */
export function registerOverviewDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  app.get('/api/work/rows.xlsx', async (request, reply) => {
    const deps = await enter(request, 'assignment.read');
    const filter = parseAddress(DueFilter, request.query);
    const { total, rows } = await listRows(deps, { ...filter, limit: MOST_ROWS, offset: 0, order: 'due' });
    if (total > MOST_ROWS) throw new RefusedRequest(refusal('too-many-rows', { limit: MOST_ROWS }));
    await inScope(deps, (tx) =>
      appendAudit(tx, deps, {
        act: 'work.export',
        subject: { kind: 'due-item', id: '', words: `${total} việc` },
        after: { ...filter },
      }),
    );
    const today = dayWords(todayOf(deps));
    const bytes = await writeRowsXlsx(rows, {
      title: `Việc đến hạn tính đến ngày ${today}`,
      note: `${total} việc; ngày làm việc còn lại là số âm khi đã quá hạn.`,
    });
    return attachFile(reply, `Việc đến hạn ${todayOf(deps)}.xlsx`, EXCEL).send(Buffer.from(bytes));
  });
}
