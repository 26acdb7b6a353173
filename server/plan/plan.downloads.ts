import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { type Refusal, refusal } from '#domain/kernel/refusal.ts';
import type { PlanRow } from '#domain/plan/document/plan-reading.ts';
import { type Deps, inScope } from '../deps.ts';
import type { ExportRow, PlanForExport } from './export/plan-for-export.ts';
import { writePlanDocx } from './export/write-plan-docx.ts';
import { writePlanXlsx } from './export/write-plan-xlsx.ts';
import { findImport } from './import.store.ts';
import { listPlans } from './plan.store.ts';
import { listPlanRows } from './plan-rows.store.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files to take away: the plan as Word and Excel, and the source document exactly as received. */
export function registerDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  const planOf = z.object({ planId: Id });
  app.get('/api/plans/:planId/export.docx', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const plan = await getPlanForExport(deps, parse(planOf, request.params).planId);
    return attach(reply, `${fileName(plan)}.docx`, WORD).send(Buffer.from(await writePlanDocx(plan)));
  });
  app.get('/api/plans/:planId/export.xlsx', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const plan = await getPlanForExport(deps, parse(planOf, request.params).planId);
    return attach(reply, `${fileName(plan)}.xlsx`, EXCEL).send(Buffer.from(await writePlanXlsx(plan)));
  });
  app.get('/api/imports/:importId/file', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const { importId } = parse(z.object({ importId: Id }), request.params);
    const held = await inScope(deps, (tx) => findImport(tx, importId));
    if (held === undefined) throw refusing(refusal('not-found', { what: 'bản nhập này' }));
    return attach(reply, held.name, 'application/octet-stream').send(held.bytes);
  });
}

function parse<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw refusing(refusal('not-found', { what: 'địa chỉ này' }));
  return parsed.data;
}

function refusing(why: Refusal): Error {
  return Object.assign(new Error(why.code), { refusal: why });
}

function attach<R extends { header: (name: string, value: string) => R; type: (kind: string) => R }>(
  reply: R,
  name: string,
  kind: string,
): R {
  // RFC 6266: the second form carries Vietnamese letters.
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  return reply
    .type(kind)
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
}

function fileName({ number, period }: PlanForExport): string {
  return `Kế hoạch ${(number ?? period ?? '').replaceAll('/', '-')}`.trim();
}

async function getPlanForExport(deps: Deps, planId: string): Promise<PlanForExport> {
  return inScope(deps, async (tx) => {
    const [plan] = await listPlans(tx, planId);
    if (plan === undefined) throw refusing(refusal('not-found', { what: 'kế hoạch này' }));
    return {
      number: plan.number,
      issuedOn: plan.issued_on,
      issuer: plan.issuer,
      title: plan.title,
      period: plan.period,
      rows: (await listPlanRows(tx, planId)).map(exportRow),
    };
  });
}

function exportRow(row: PlanRow): ExportRow {
  return {
    kind: row.kind,
    code: row.code,
    label: row.kind === 'area' ? row.code : row.code.replace(/^[IVXLC]+\./, ''),
    name: row.name,
    deadlineText: row.deadline.text,
    leads: row.leads.map(({ text, coordinators }) => ({
      text,
      coordinators: (coordinators ?? []).map((cell) => cell.text),
    })),
    coordinators: row.coordinators.map(({ text }) => text),
    deliverables: row.deliverables,
    inherited: row.inherited,
    notes: row.notes ?? [],
  };
}
