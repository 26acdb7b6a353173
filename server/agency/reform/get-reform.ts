import type { Reform } from '#contract/agency/reform.ts';
import { refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../../deps.ts';
import { loadAgencies } from '../load-agencies.ts';
import type { ReformMover } from '../reform-mover.ts';
import { findProblems } from './gather-moves.ts';
import { presentDrafts, presentReform } from './reform.present.ts';
import { findReform, listReformActs } from './reform.store.ts';

/** A reform with its events in words, what keeps it from going on, and what was done to it. */
export function getReform(
  deps: Deps,
  movers: readonly ReformMover[],
  reformId: string,
): Promise<Result<Reform>> {
  return inScope(deps, async (tx) => {
    const held = await findReform(tx, reformId, { lock: false });
    if (held === undefined) return refuse(refusal('not-found', { what: 'phương án này' }));
    const { lives } = await loadAgencies(tx, deps);
    const done = held.state === 'applied' || held.state === 'reversed';
    const problems = done ? [] : await findProblems(tx, deps, movers, held);
    return accept({
      ...presentReform(held),
      revision: held.revision,
      note: held.note,
      events: presentDrafts(held.events, held, lives),
      choices: { byAgency: { ...held.choices.byAgency }, byItem: { ...held.choices.byItem } },
      problems: problems.map((problem) => ({
        code: problem.code,
        message: refusalSentence(problem),
        at: problem.at,
        eventId: typeof problem.at['eventId'] === 'string' ? problem.at['eventId'] : null,
      })),
      acts: (await listReformActs(tx, reformId)).map((act) => ({
        kind: act.kind as Reform['acts'][number]['kind'],
        person: { id: act.person_id, name: act.person },
        reason: act.reason,
        occurredAt: act.occurred_at.toISOString(),
      })),
    });
  });
}
