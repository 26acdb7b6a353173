import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { AgencyEvent, AgencyEventKind } from './agency-event.ts';
import type { AgencyLife, AgencyLives } from './agency-life.ts';
import { applyEvent } from './apply-event.ts';
import { closeDay } from './close-day.ts';
import { describeEvent } from './describe-event.ts';
import type { DayDraft, LifeDraft } from './history-draft.ts';

/** Within a day what founds comes before what ends, and both before what changes those that go on. */
const ORDER: Readonly<Record<AgencyEventKind, number>> = {
  establish: 0,
  split: 1,
  merge: 2,
  abolish: 3,
  transfer: 4,
  rename: 5,
  move: 6,
};

/**
 * The lives that follow from events, whatever order they are given in; or, all at once, why they cannot all be
 * true. Each refusal names its event in words and by `eventId`.
 */
export function foldEvents(events: readonly AgencyEvent[]): Result<AgencyLives> {
  const lives = new Map<string, LifeDraft>();
  const refusals: Refusal[] = [];
  const sound = keepSound(events, refusals);
  const days = Map.groupBy(sound, ({ effectiveOn }) => effectiveOn ?? '');
  for (const day of [...days.keys()].sort()) {
    const ofDay = (days.get(day) ?? []).toSorted(
      (a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.id < b.id ? -1 : 1),
    );
    const draft: DayDraft = { day, lives, passages: [], refusals, changed: new Set() };
    for (const event of ofDay) applyEvent(draft, event);
    closeDay(draft, ofDay);
  }
  return refusals.length > 0 ? refuse(...refusals) : accept(asLives(lives));
}

/** Events with a day there is and an id of their own. */
function keepSound(events: readonly AgencyEvent[], refusals: Refusal[]): readonly AgencyEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const at = { event: describeEvent(event, (id) => id), eventId: event.id };
    if (!isDay(event)) {
      refusals.push(refusal('history-day-unknown', { ...at, day: event.effectiveOn ?? '' }));
      return false;
    }
    if (seen.has(event.id)) {
      refusals.push(refusal('history-event-twice', at));
      return false;
    }
    seen.add(event.id);
    return true;
  });
}

function isDay({ kind, effectiveOn }: AgencyEvent): boolean {
  if (effectiveOn === null) return kind === 'establish';
  try {
    return Temporal.PlainDate.from(effectiveOn, { overflow: 'reject' }).toString() === effectiveOn;
  } catch {
    return false;
  }
}

function asLives(drafts: ReadonlyMap<string, LifeDraft>): AgencyLives {
  return new Map(
    [...drafts.values()]
      .map(
        ({ endedBy: _endedBy, parents, ...life }): AgencyLife => ({
          ...life,
          parents: parents.map(({ parentId, validFrom, validTo }) => ({ parentId, validFrom, validTo })),
        }),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((life) => [life.id, life]),
  );
}
