import { existsOn } from '#domain/agency/agency.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { countParts } from '../agency/agency.store.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { may, os } from '../guard.ts';
import { orRefuse, refused } from '../http/refused.ts';
import { confirmImport } from './confirm-import.ts';
import { correctImport } from './correct-import.ts';
import { createImport, type ReadFile } from './create-import.ts';
import { getImport } from './get-import.ts';
import { listImports } from './import.store.ts';
import { listPlanChanges } from './list-plan-changes.ts';
import { presentFinding, presentHeading, presentPlan, presentRow } from './plan.present.ts';
import { listFindings, listHeadings, listPlans, listRows } from './plan.store.ts';
import { readWords } from './read-words.ts';
import { undoChange } from './undo-change.ts';
import { undoImport } from './undo-import.ts';

export function planRoutes(readFile: ReadFile) {
  return {
    list: os.plan.list
      .use(may('plan.read'))
      .handler(async ({ context: { deps } }) =>
        (await inScope(deps, (tx) => listPlans(tx))).map(presentPlan),
      ),
    get: os.plan.get
      .use(may('plan.read'))
      .handler(({ input, context: { deps } }) => getPlan(deps, input.planId)),
    rows: os.plan.rows
      .use(may('plan.read'))
      .handler(async ({ input: { planId, ...filter }, context: { deps } }) => {
        const { rows } = await inScope(deps, (tx) => listRows(tx, planId, filter));
        return { total: rows[0]?.total ?? 0, rows: rows.map(presentRow) };
      }),
    outline: os.plan.outline
      .use(may('plan.read'))
      .handler(async ({ input, context: { deps } }) =>
        (await inScope(deps, (tx) => listHeadings(tx, input.planId))).map(presentHeading),
      ),
    findings: os.plan.findings
      .use(may('plan.read'))
      .handler(async ({ input, context: { deps } }) =>
        (await inScope(deps, (tx) => listFindings(tx, input.planId))).map(presentFinding),
      ),
    agencies: os.plan.agencies.use(may('assignment.read')).handler(async ({ input, context: { deps } }) => {
      const plan = await getPlan(deps, input.planId);
      const { counts, directory } = await inScope(deps, async (tx) => ({
        counts: await countParts(tx, input.planId),
        directory: await loadDirectory(tx, deps),
      }));
      const partsOf = (agencyId: string, role: string) =>
        counts.find((count) => count.agency_id === agencyId && count.role === role)?.parts ?? 0;
      const day = plan.issuedOn ?? todayOf(deps);
      return (
        directory
          .filter((agency) => existsOn(agency, day) || counts.some((count) => count.agency_id === agency.id))
          // Left out rather than shown with nothing: what another agency has to do is not known here.
          .filter(({ id }) => deps.decide('assignment.read', { agencyIds: [id] }).ok)
          .map(({ id, name, level, validTo, verified }) => ({
            id,
            name,
            level,
            validTo,
            verified,
            assignments: {
              lead: partsOf(id, 'lead'),
              coordinate: partsOf(id, 'coordinate'),
              oversee: partsOf(id, 'oversee'),
            },
          }))
      );
    }),
    changes: os.plan.changes
      .use(may('plan.read'))
      .handler(({ input, context: { deps } }) => listPlanChanges(deps, input)),
    undo: os.plan.undo
      .use(may('plan.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await undoChange(deps, input))),
    readWords: os.plan.readWords
      .use(may('plan.edit'))
      .handler(({ input }) => readWords(input.words, input.year)),
    import: {
      create: os.plan.import.create.use(may('plan.import')).handler(async ({ input, context: { deps } }) =>
        orRefuse(
          await createImport(deps, readFile, {
            name: input.file.name,
            bytes: new Uint8Array(await input.file.arrayBuffer()),
          }),
        ),
      ),
      list: os.plan.import.list.use(may('import.read')).handler(async ({ context: { deps } }) =>
        (await inScope(deps, listImports)).map((held) => ({
          id: held.id,
          fileName: held.name,
          state: held.state,
          recordedAt: held.recorded_at.toISOString(),
          planId: held.plan_id,
          title: (held.reading as PlanReading).plan.title,
        })),
      ),
      get: os.plan.import.get
        .use(may('import.read'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await getImport(deps, input.importId))),
      correct: os.plan.import.correct
        .use(may('plan.import'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await correctImport(deps, input))),
      confirm: os.plan.import.confirm
        .use(may('plan.import'))
        .handler(async ({ input, context: { deps } }) =>
          orRefuse(await confirmImport(deps, input.importId, input.revision)),
        ),
      undo: os.plan.import.undo
        .use(may('plan.import'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await undoImport(deps, input.importId))),
    },
  };
}

async function getPlan(deps: Deps, planId: string) {
  const [plan] = await inScope(deps, (tx) => listPlans(tx, planId));
  if (plan === undefined) throw refused([refusal('not-found', { what: 'kế hoạch này' })]);
  return presentPlan(plan);
}
