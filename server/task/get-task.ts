import type { TaskDetail } from '#contract/task.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { proposeCorrections } from '#domain/plan/document/find-in-words.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { findBaseImport } from '../plan/import.store.ts';
import { presentFinding, presentRow } from '../plan/plan.present.ts';
import { listFindings } from '../plan/plan.store.ts';
import {
  findNeighbours,
  findTaskPlan,
  getRow,
  listAncestors,
  listAssignments,
  listChildren,
} from './task.store.ts';

export function getTask(deps: Deps, taskId: string): Promise<Result<TaskDetail>> {
  return inScope(deps, async (tx) => {
    const held = await findTaskPlan(tx, taskId);
    const row = held === undefined ? undefined : (await getRow(tx, taskId)).rows[0];
    if (held === undefined || row === undefined)
      return refuse(refusal('not-found', { what: 'nhiệm vụ này' }));
    const names = new Map((await loadDirectory(tx, deps)).map(({ id, name }) => [id, name]));
    const today = todayOf(deps);
    const file = await findBaseImport(tx, held.plan_id);
    const shown = presentRow(row);
    return accept({
      planId: held.plan_id,
      planTitle: held.title,
      year: held.year,
      revision: held.revision,
      row: shown,
      proposals: [...proposeCorrections(shown)],
      path: (await listAncestors(tx, taskId)).rows,
      children: await listChildren(tx, taskId),
      ...(await findNeighbours(tx, held.plan_id, held.ord)),
      assignments: (await listAssignments(tx, taskId)).map((part) => ({
        id: part.id,
        agencyId: part.agency_id,
        agencyName: part.name,
        level: part.level,
        role: part.role as TaskDetail['assignments'][number]['role'],
        basis: part.basis,
        endedOn: part.valid_to !== null && part.valid_to < today ? part.valid_to : null,
        holder: part.holder_id === null ? null : { personId: part.holder_id, name: part.holder_name },
        successors: part.successors.map((id) => ({ id, name: names.get(id) ?? id })),
        validFrom: part.part_from,
        validTo: part.part_to,
        passedTo:
          part.to_agency_id === null
            ? null
            : { id: part.to_agency_id, name: names.get(part.to_agency_id) ?? part.to_agency_id },
      })),
      findings: (await listFindings(tx, held.plan_id, taskId)).map(presentFinding),
      source: held.source as TaskDetail['source'],
      file: file === undefined ? null : { name: file.name, importId: file.id },
    });
  });
}
