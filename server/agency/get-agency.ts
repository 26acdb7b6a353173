import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../deps.ts';
import { listWork } from './agency.store.ts';

export async function getAgency(deps: Deps, agencyId: string, planId: string | undefined) {
  const agency = deps.directory.find(({ id }) => id === agencyId);
  if (agency === undefined) return refuse(refusal('not-found', { what: 'cơ quan này' }));
  const work = await inScope(deps, (tx) => listWork(tx, agencyId, planId));
  const names = new Map(deps.directory.map(({ id, name }) => [id, name]));
  return accept({
    id: agency.id,
    name: agency.name,
    level: agency.level,
    validTo: agency.validTo,
    verified: agency.verified,
    source: agency.source,
    successors: agency.successors.map((id) => ({ id, name: names.get(id) ?? id })),
    work: work.map((part) => ({
      planId: part.plan_id,
      planTitle: part.title,
      taskId: part.task_id,
      code: part.code,
      name: part.name,
      role: part.role as 'lead' | 'coordinate' | 'oversee',
      deadline: (part.deadline as { text: string }).text,
      dueOn: part.due_on,
      basis: part.basis,
    })),
  }) satisfies Result<unknown>;
}
