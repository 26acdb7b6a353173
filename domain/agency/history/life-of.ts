import type { AgencyEvent, Decision } from './agency-event.ts';
import { type AgencyLives, dayBefore, nameOn } from './agency-life.ts';
import { describeEvent } from './describe-event.ts';

/** One thing that happened to an agency, in words, with the paper it rests on. */
export interface Happening {
  readonly eventId: string;
  readonly kind: AgencyEvent['kind'];
  /** First day of the new state; null where it is not known. */
  readonly on: string | null;
  readonly words: string;
  readonly decision: Decision;
  readonly source: string;
  readonly confidence: 'A' | 'B' | 'C';
  readonly verified: boolean;
}

/** An agency's life as a list of what happened to it, oldest first. */
export function lifeOf(
  lives: AgencyLives,
  events: readonly AgencyEvent[],
  agencyId: string,
): readonly Happening[] {
  const touched = new Set(lives.get(agencyId)?.eventIds);
  return events
    .filter(({ id }) => touched.has(id))
    .toSorted(byDay)
    .map((event) => ({
      eventId: event.id,
      kind: event.kind,
      on: event.effectiveOn,
      words: wordsOf(event, lives),
      decision: event.decision,
      source: event.source,
      confidence: event.confidence,
      verified: event.verified,
    }));
}

/** An event with the names the agencies had when it came. */
export function wordsOf(event: AgencyEvent, lives: AgencyLives): string {
  const day = event.effectiveOn === null ? '' : dayBefore(event.effectiveOn);
  return describeEvent(event, (id) => {
    const life = lives.get(id);
    return life === undefined ? id : nameOn(life, day);
  });
}

function byDay(a: AgencyEvent, b: AgencyEvent): number {
  return (a.effectiveOn ?? '') < (b.effectiveOn ?? '')
    ? -1
    : (a.effectiveOn ?? '') > (b.effectiveOn ?? '')
      ? 1
      : 0;
}

export interface ChangeDay {
  readonly day: string;
  readonly words: string;
  readonly founded: number;
  readonly ended: number;
  readonly other: number;
}

/** Every day on which something changed, oldest first: the marks of a slider through time. */
export function listChangeDays(lives: AgencyLives, events: readonly AgencyEvent[]): readonly ChangeDay[] {
  const days = Map.groupBy(
    events.filter(({ effectiveOn }) => effectiveOn !== null),
    ({ effectiveOn }) => effectiveOn ?? '',
  );
  const all = [...lives.values()];
  return [...days.keys()].sort().map((day) => {
    const ofDay = days.get(day) ?? [];
    const last = dayBefore(day);
    const founded = all.filter(({ validFrom }) => validFrom === day).length;
    const ended = all.filter(({ validTo }) => validTo === last).length;
    const titles = [...new Set(ofDay.map(titleOf).filter((title) => title !== null))];
    return {
      day,
      words: titles.join('; '),
      founded,
      ended,
      other: ofDay.filter(({ kind }) => ['rename', 'move', 'transfer'].includes(kind)).length,
    };
  });
}

function titleOf({ decision: { number, title } }: AgencyEvent): string | null {
  if (number === null) return title;
  return title === null ? number : `${number}: ${title}`;
}
