import type { DraftEvent as SentEvent } from '#contract/agency/event.ts';
import type { ReformSummary } from '#contract/agency/reform.ts';
import { type AgencyLives, nameOn } from '#domain/agency/history/agency-life.ts';
import { describeEvent } from '#domain/agency/history/describe-event.ts';
import type { DraftEvent } from '#domain/agency/reform/draft-event.ts';
import { completeEvents, type NamedEvent } from '#domain/agency/reform/draft-event.ts';
import type { HeldReform } from './reform.store.ts';

export function presentReform(held: HeldReform): ReformSummary {
  return {
    id: held.id,
    title: held.title,
    state: held.state,
    effectiveOn: held.effectiveOn,
    decision: held.decision,
    author: { id: held.authorId, name: held.author },
    events: held.events.length,
    recordedAt: held.recordedAt.toISOString(),
  };
}

/** The drafted events, each with what it says in words. */
export function presentDrafts(
  drafts: readonly NamedEvent[],
  frame: Pick<HeldReform, 'title' | 'effectiveOn' | 'decision'>,
  lives: AgencyLives,
): { event: SentEvent; words: string }[] {
  const founded = new Map(drafts.flatMap(foundedNames));
  return completeEvents(drafts, frame).map((event, at) => {
    const day = event.effectiveOn ?? frame.effectiveOn;
    const words = describeEvent(event, (id) => {
      const life = lives.get(id);
      return life === undefined ? (founded.get(id) ?? id) : nameOn(life, day);
    });
    // The shape is the same but for lists, which the contract may not promise to leave alone.
    return { event: structuredClone(drafts[at]) as SentEvent, words };
  });
}

function foundedNames(draft: DraftEvent): readonly (readonly [string, string])[] {
  const heirs = draft.kind === 'merge' ? [draft.heir] : draft.kind === 'split' ? draft.heirs : [];
  const foundings = [
    ...(draft.kind === 'establish' ? [draft.founding] : []),
    ...heirs.flatMap((heir) => (heir.kind === 'founded' ? [heir.founding] : [])),
  ];
  return foundings.map(({ id, name }) => [id ?? '', name] as const);
}
