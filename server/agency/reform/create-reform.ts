import type { Decision } from '#domain/agency/history/agency-event.ts';
import { type DraftEvent, nameDrafts } from '#domain/agency/reform/draft-event.ts';
import { NO_CHOICES } from '#domain/agency/reform/new-owner.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Tx } from '../../db/executor.ts';
import { actorName, type Deps, inScope } from '../../deps.ts';
import { loadAgencies } from '../load-agencies.ts';
import { insertReform, insertReformAct } from './reform.store.ts';

export interface ReformWords {
  readonly title: string;
  readonly effectiveOn: string;
  readonly decision: Decision;
  readonly note: string;
  readonly events: readonly DraftEvent[];
}

export function createReform(
  deps: Deps,
  words: ReformWords,
): Promise<Result<{ reformId: string; revision: number }>> {
  return inScope(deps, async (tx) => {
    const allowed = deps.decide('reform.draft', { state: 'new' });
    if (!allowed.ok) return allowed;
    const id = deps.newId();
    const authorId = deps.acting.actor?.personId ?? null;
    const author = actorName(deps);
    const at = deps.now().toString();
    const events = await nameEvents(tx, deps, words.events, words.effectiveOn);
    await insertReform(tx, deps.provinceId, {
      ...words,
      id,
      events,
      choices: NO_CHOICES,
      authorId,
      author,
      recordedAt: at,
    });
    await insertReformAct(tx, deps.provinceId, {
      id: deps.newId(),
      reformId: id,
      revision: 0,
      kind: 'created',
      personId: authorId,
      person: author,
      reason: null,
      moved: null,
      occurredAt: at,
    });
    await appendAudit(tx, deps, {
      act: 'reform.draft',
      subject: { kind: 'reform', id, words: words.title },
      after: { title: words.title, effectiveOn: words.effectiveOn, events: events.length },
    });
    return accept({ reformId: id, revision: 0 });
  });
}

export async function nameEvents(tx: Tx, deps: Deps, events: readonly DraftEvent[], effectiveOn: string) {
  const { lives } = await loadAgencies(tx, deps);
  return nameDrafts(events, { effectiveOn, takenIds: lives.keys(), newId: deps.newId });
}
