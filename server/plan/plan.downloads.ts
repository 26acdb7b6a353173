import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import type { PlanReading, PlanRow } from '#domain/plan/document/plan-reading.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { attachFile, EXCEL, orRefuseFile, parseAddress, WORD } from '../http/attach-file.ts';
import { RefusedRequest } from '../http/present-error.ts';
import { namePlan } from './audit-values.ts';
import type { ExportRow, PlanForExport } from './export/plan-for-export.ts';
import { writePlanDocx } from './export/write-plan-docx.ts';
import { writePlanXlsx } from './export/write-plan-xlsx.ts';
import { findImport } from './import.store.ts';
import { listPlans } from './plan.store.ts';
import { listPlanRows } from './plan-rows.store.ts';

/** Files to take away: the plan as Word and Excel, and the source document exactly as received. */
export function registerDownloads(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  const planOf = z.object({ planId: Id });
  app.get('/api/plans/:planId/export.docx', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const plan = await takePlan(deps, parseAddress(planOf, request.params).planId, 'docx');
    return attachFile(reply, `${fileName(plan)}.docx`, WORD).send(Buffer.from(await writePlanDocx(plan)));
  });
  app.get('/api/plans/:planId/export.xlsx', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const plan = await takePlan(deps, parseAddress(planOf, request.params).planId, 'xlsx');
    return attachFile(reply, `${fileName(plan)}.xlsx`, EXCEL).send(Buffer.from(await writePlanXlsx(plan)));
  });
  app.get('/api/imports/:importId/file', async (request, reply) => {
    const deps = await enter(request, 'plan.read');
    const { importId } = parseAddress(z.object({ importId: Id }), request.params);
    const held = await inScope(deps, async (tx) => {
      const found = await findImport(tx, importId);
      if (found === undefined) throw new RefusedRequest(refusal('not-found', { what: 'bản nhập này' }));
      // Of a plan that stands, whoever reads the plan may see the document; a draft is its makers' own.
      if (found.state !== 'confirmed') orRefuseFile(deps.decide('import.read'));
      await appendAudit(tx, deps, {
        act: 'import.download',
        subject: { kind: 'import', id: importId, words: namePlan((found.reading as PlanReading).plan) },
        after: { file: found.name },
      });
      return found;
    });
    return attachFile(reply, held.name, 'application/octet-stream').send(held.bytes);
  });
}

function fileName({ number, period }: PlanForExport): string {
  return `Kế hoạch ${(number ?? period ?? '').replaceAll('/', '-')}`.trim();
}

async function takePlan(deps: Deps, planId: string, format: 'docx' | 'xlsx'): Promise<PlanForExport> {
  return inScope(deps, async (tx) => {
    const [plan] = await listPlans(tx, planId);
    if (plan === undefined) throw new RefusedRequest(refusal('not-found', { what: 'kế hoạch này' }));
    const rows = (await listPlanRows(tx, planId)).map(exportRow);
    await appendAudit(tx, deps, {
      act: 'plan.export',
      subject: { kind: 'plan', id: planId, words: namePlan(plan) },
      after: { format },
    });
    return {
      number: plan.number,
      issuedOn: plan.issued_on,
      issuer: plan.issuer,
      title: plan.title,
      period: plan.period,
      rows,
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
