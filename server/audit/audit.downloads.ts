import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AuditFilter } from '#contract/audit.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { attachFile, EXCEL, parseAddress } from '../http/attach-file.ts';
import { RefusedRequest } from '../http/present-error.ts';
import { listEntries } from './audit.store.ts';
import type { AuditKey } from './audit-key.ts';
import { appendExport, exportAudit } from './export-audit.ts';
import { writeAuditXlsx } from './write-audit-xlsx.ts';

/** Rows a workbook is written with: more is no longer something to read. */
const MOST_ROWS = 20_000;

/** The audit to take away: as lines that can be checked elsewhere, and as a table to read. */
export function registerAuditDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: 'audit.export') => Promise<Deps>,
  key: AuditKey,
): void {
  app.get('/api/audit/export.jsonl', async (request, reply) => {
    const deps = await enter(request, 'audit.export');
    const { lines } = await exportAudit(deps, key, parseAddress(AuditFilter, request.query));
    return attachFile(reply, `Nhật ký ${todayOf(deps)}.jsonl`, 'application/jsonl').send(
      Readable.from(lines),
    );
  });
  app.get('/api/audit/export.xlsx', async (request, reply) => {
    const deps = await enter(request, 'audit.export');
    const filter = parseAddress(AuditFilter, request.query);
    const entries = await inScope(deps, async (tx) => {
      const found = await listEntries(tx, filter, { limit: MOST_ROWS + 1 });
      if (found.length > MOST_ROWS) throw new RefusedRequest(refusal('too-many-rows', { limit: MOST_ROWS }));
      await appendExport(tx, deps, 'xlsx', filter);
      return found;
    });
    return attachFile(reply, `Nhật ký ${todayOf(deps)}.xlsx`, EXCEL).send(
      Buffer.from(await writeAuditXlsx(entries)),
    );
  });
}
