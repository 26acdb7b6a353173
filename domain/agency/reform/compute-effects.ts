import { accept, type Result } from '../../kernel/result.ts';
import type { AgencyEvent } from '../history/agency-event.ts';
import { type AgencyLife, type AgencyLives, nameOn } from '../history/agency-life.ts';
import { foldEvents } from '../history/fold-events.ts';
import type { EndedAgency, ReformEffects } from './reform-effects.ts';

/** What events do when they are added to those in force; or why they cannot be. */
export function computeEffects(
  inForce: readonly AgencyEvent[],
  events: readonly AgencyEvent[],
): Result<ReformEffects> {
  const before = foldEvents(inForce);
  if (!before.ok) return before;
  const after = foldEvents([...inForce, ...events]);
  if (!after.ok) return after;
  return accept({
    events,
    before: before.value,
    after: after.value,
    ended: [...after.value.values()].flatMap((life) => endedBy(life, before.value, events)),
    foundedIds: [...after.value.keys()].filter((id) => !before.value.has(id)),
  });
}

function endedBy(
  life: AgencyLife,
  before: AgencyLives,
  events: readonly AgencyEvent[],
): readonly EndedAgency[] {
  if (life.validTo === null || before.get(life.id)?.validTo === life.validTo) return [];
  const ids = new Set(events.map(({ id }) => id));
  const last = events.find(
    (event) =>
      life.eventIds.includes(event.id) &&
      ((event.kind === 'abolish' && event.agencyId === life.id) ||
        (event.kind === 'split' && event.agencyId === life.id && !event.goesOn) ||
        (event.kind === 'merge' && event.agencyIds.includes(life.id))),
  );
  if (last === undefined || last.effectiveOn === null) return [];
  return [
    {
      agencyId: life.id,
      name: nameOn(life, life.validTo),
      level: life.level,
      on: last.effectiveOn,
      eventId: last.id,
      heirIds: [
        ...new Set(
          life.successors
            .filter(({ eventId, on }) => ids.has(eventId) && on === last.effectiveOn)
            .map(({ agencyId }) => agencyId),
        ),
      ],
    },
  ];
}
