import { implement } from '@orpc/server';
import { contract } from '#contract/router.ts';
import { existsOn } from '#domain/agency/agency.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { countParts } from './agency/agency.store.ts';
import { getAgency } from './agency/get-agency.ts';
import { type Deps, inScope } from './deps.ts';
import { orRefuse, refused } from './http/refused.ts';
import { confirmImport } from './plan/confirm-import.ts';
import { correctImport } from './plan/correct-import.ts';
import { createImport, type ReadFile } from './plan/create-import.ts';
import { getImport } from './plan/get-import.ts';
import { listImports } from './plan/import.store.ts';
import { listPlanChanges } from './plan/list-plan-changes.ts';
import { presentFinding, presentHeading, presentPlan, presentRow } from './plan/plan.present.ts';
import { listFindings, listHeadings, listPlans, listRows } from './plan/plan.store.ts';
import { readWords } from './plan/read-words.ts';
import { undoChange } from './plan/undo-change.ts';
import { undoImport } from './plan/undo-import.ts';
import { createTask } from './task/create-task.ts';
import { getTask } from './task/get-task.ts';
import { moveTask } from './task/move-task.ts';
import { removeTask } from './task/remove-task.ts';
import { updateTask } from './task/update-task.ts';

/** The contract, implemented: each line hands one act its input and answers with its value or its refusals. */
export function buildRouter(deps: Deps, readFile: ReadFile) {
  const os = implement(contract);
  const inProvince = <T>(work: Parameters<typeof inScope<T>>[1]) => inScope(deps, work);
  const getPlan = async (planId: string) => {
    const [plan] = await inProvince((tx) => listPlans(tx, planId));
    if (plan === undefined) throw refused([refusal('not-found', { what: 'kế hoạch này' })]);
    return presentPlan(plan);
  };
  return os.router({
    plan: {
      list: os.plan.list.handler(async () => (await inProvince((tx) => listPlans(tx))).map(presentPlan)),
      get: os.plan.get.handler(({ input }) => getPlan(input.planId)),
      rows: os.plan.rows.handler(async ({ input: { planId, ...filter } }) => {
        const { rows } = await inProvince((tx) => listRows(tx, planId, filter));
        return { total: rows[0]?.total ?? 0, rows: rows.map(presentRow) };
      }),
      outline: os.plan.outline.handler(async ({ input }) =>
        (await inProvince((tx) => listHeadings(tx, input.planId))).map(presentHeading),
      ),
      findings: os.plan.findings.handler(async ({ input }) =>
        (await inProvince((tx) => listFindings(tx, input.planId))).map(presentFinding),
      ),
      agencies: os.plan.agencies.handler(async ({ input }) => {
        const plan = await getPlan(input.planId);
        const counts = await inProvince((tx) => countParts(tx, input.planId));
        const partsOf = (agencyId: string, role: string) =>
          counts.find((count) => count.agency_id === agencyId && count.role === role)?.parts ?? 0;
        const day = plan.issuedOn ?? deps.now().toString().slice(0, 10);
        return deps.directory
          .filter((agency) => existsOn(agency, day) || counts.some((count) => count.agency_id === agency.id))
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
          }));
      }),
      changes: os.plan.changes.handler(({ input }) => listPlanChanges(deps, input)),
      undo: os.plan.undo.handler(async ({ input }) => orRefuse(await undoChange(deps, input))),
      readWords: os.plan.readWords.handler(({ input }) => readWords(input.words, input.year)),
      import: {
        create: os.plan.import.create.handler(async ({ input }) =>
          orRefuse(
            await createImport(deps, readFile, {
              name: input.file.name,
              bytes: new Uint8Array(await input.file.arrayBuffer()),
            }),
          ),
        ),
        list: os.plan.import.list.handler(async () =>
          (await inProvince(listImports)).map((held) => ({
            id: held.id,
            fileName: held.name,
            state: held.state,
            recordedAt: held.recorded_at.toISOString(),
            planId: held.plan_id,
            title: (held.reading as PlanReading).plan.title,
          })),
        ),
        get: os.plan.import.get.handler(async ({ input }) => orRefuse(await getImport(deps, input.importId))),
        correct: os.plan.import.correct.handler(async ({ input }) =>
          orRefuse(await correctImport(deps, input)),
        ),
        confirm: os.plan.import.confirm.handler(async ({ input }) =>
          orRefuse(await confirmImport(deps, input.importId, input.revision)),
        ),
        undo: os.plan.import.undo.handler(async ({ input }) =>
          orRefuse(await undoImport(deps, input.importId)),
        ),
      },
    },
    task: {
      get: os.task.get.handler(async ({ input }) => orRefuse(await getTask(deps, input.taskId))),
      update: os.task.update.handler(async ({ input }) => orRefuse(await updateTask(deps, input))),
      create: os.task.create.handler(async ({ input }) => orRefuse(await createTask(deps, input))),
      move: os.task.move.handler(async ({ input }) => orRefuse(await moveTask(deps, input))),
      remove: os.task.remove.handler(async ({ input }) => orRefuse(await removeTask(deps, input))),
    },
    agency: {
      list: os.agency.list.handler(async () =>
        deps.directory.map(({ successors: _successors, ...agency }) => ({
          ...agency,
          shortNames: [...agency.shortNames],
        })),
      ),
      get: os.agency.get.handler(async ({ input }) =>
        orRefuse(await getAgency(deps, input.agencyId, input.planId)),
      ),
    },
  });
}
