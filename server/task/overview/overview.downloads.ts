import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DueFilter } from '#contract/task/overview.ts';
import { MyWorkFilter } from '#contract/task/work.ts';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { groupWork, WORK_GROUP_WORDS, WORK_GROUPS, type WorkGroup } from '#domain/task/work/my-work.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { attachFile, EXCEL, parseAddress } from '../../http/attach-file.ts';
import { RefusedRequest } from '../../http/present-error.ts';
import { listMine } from '../work/list-mine.ts';
import { listToReview } from '../work/list-to-review.ts';
import { getHeat, getRoom } from './get-room.ts';
import { listRows } from './list-rows.ts';
import { writeRoomXlsx } from './write-room-xlsx.ts';
import { type About, writeRowsXlsx } from './write-rows-xlsx.ts';

const MOST_ROWS = 20_000;
const Group = z.enum(WORK_GROUPS);

/** The rows a screen shows, by the same filter, as a workbook. */
export function registerOverviewDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  app.get('/api/work/rows.xlsx', async (request, reply) => {
    const deps = await enter(request, 'assignment.read');
    const filter = parseAddress(DueFilter, request.query);
    const { total, rows } = await listRows(deps, { ...filter, limit: MOST_ROWS, offset: 0, order: 'due' });
    return sendWorkbook(reply, deps, {
      name: 'Việc đến hạn',
      total,
      filter,
      write: (about) => writeRowsXlsx([{ rows }], about),
    });
  });

  app.get('/api/work/room.xlsx', async (request, reply) => {
    const deps = await enter(request, 'assignment.read');
    const filter = parseAddress(DueFilter, request.query);
    const { view: _view, ...around } = filter;
    const [room, heat] = [await getRoom(deps, around), await getHeat(deps, around)];
    const { total, rows } = await listRows(deps, { ...filter, limit: MOST_ROWS, offset: 0, order: 'due' });
    return sendWorkbook(reply, deps, {
      name: 'Tình hình thực hiện',
      total,
      filter,
      write: (about) => writeRoomXlsx({ room, heat, rows }, about),
    });
  });

  app.get('/api/work/mine.xlsx', async (request, reply) => {
    const deps = await enter(request, 'assignment.read');
    const { group, ...filter } = parseAddress(
      MyWorkFilter.extend({ group: Group.optional() }),
      request.query,
    );
    const isAsked = (one: WorkGroup) => group === undefined || group === one;
    const own = groupWork(await listMine(deps), filter);
    const review = isAsked('review')
      ? await listToReview(deps, { ...filter, limit: MOST_ROWS, offset: 0 })
      : { total: 0, rows: [] };
    const groups = WORK_GROUPS.filter(isAsked).map((one) => ({
      words: WORK_GROUP_WORDS[one],
      rows: one === 'review' ? review.rows : (own.find((held) => held.group === one)?.items ?? []),
    }));
    const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    const total = shown + review.total - review.rows.length;
    return sendWorkbook(reply, deps, {
      name: 'Việc của tôi',
      total,
      filter: { group, ...filter },
      write: (about) => writeRowsXlsx(groups, about),
    });
  });
}

async function sendWorkbook(
  reply: FastifyReply,
  deps: Deps,
  {
    name,
    total,
    filter,
    write,
  }: {
    readonly name: string;
    readonly total: number;
    readonly filter: object;
    readonly write: (about: About) => Promise<Uint8Array>;
  },
) {
  if (total > MOST_ROWS) throw new RefusedRequest(refusal('too-many-rows', { limit: MOST_ROWS }));
  await inScope(deps, (tx) =>
    appendAudit(tx, deps, {
      act: 'work.export',
      subject: { kind: 'due-item', id: '', words: `${total} việc` },
      after: { ...filter },
    }),
  );
  const bytes = await write({
    title: `${name} tính đến ngày ${dayWords(todayOf(deps))}`,
    note: `${total} việc; ngày làm việc còn lại là số âm khi đã quá hạn.`,
  });
  return attachFile(reply, `${name} ${todayOf(deps)}.xlsx`, EXCEL).send(Buffer.from(bytes));
}
