import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { attachFile, EXCEL } from '../../http/attach-file.ts';
import { loadProgressItems } from './load-progress-items.ts';
import { writeProgressXlsx } from './write-progress-xlsx.ts';

/** The table of progress, to fill in without a line and send back. */
export function registerProgressTable(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  app.get('/api/work/table.xlsx', async (request, reply) => {
    const deps = await enter(request, 'work.report');
    const today = todayOf(deps);
    const { items, names } = await inScope(deps, async (tx) => {
      const held = await loadProgressItems(tx, deps);
      const directory = await loadDirectory(tx, deps);
      await appendAudit(tx, deps, {
        act: 'work.export',
        subject: { kind: 'due-item', id: '', words: `${held.length} việc` },
      });
      return { items: held, names: new Map(directory.map(({ id, name }) => [id, name])) };
    });
    const title = `Tiến độ thực hiện đến ngày ${dayWords(today)}`;
    const bytes = await writeProgressXlsx(items, { title, names });
    return attachFile(reply, `Tiến độ ${today}.xlsx`, EXCEL).send(Buffer.from(bytes));
  });
}
