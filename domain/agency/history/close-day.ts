import type { AgencyEvent } from './agency-event.ts';
import { placeUnder } from './apply-event.ts';
import { type DayDraft, existsOnDay, type LifeDraft, nameIn, refuseEvent, touch } from './history-draft.ts';

/**
 * What must hold when all events of a day are applied: heirs are there, every agency stands below one that is
 * there, and nobody below itself. Units of an agency that passed whole into another go with it.
 */
export function closeDay(draft: DayDraft, events: readonly AgencyEvent[]): void {
  joinPassages(draft);
  checkTransfers(draft, events);
  for (const life of draft.lives.values())
    if (existsOnDay(life, draft.day)) settleParent(draft, life, events);
  for (const life of draft.lives.values()) breakCircle(draft, life, events);
}

function joinPassages(draft: DayDraft): void {
  for (const { fromId, toId, on, eventId, whole, event } of draft.passages) {
    const [from, to] = [draft.lives.get(fromId), draft.lives.get(toId)];
    if (to === undefined || !existsOnDay(to, draft.day)) {
      refuseEvent(draft, event, 'history-heir-missing', { agency: nameIn(draft, toId) });
      continue;
    }
    from?.successors.push({ agencyId: toId, on, eventId, whole });
    to.predecessors.push({ agencyId: fromId, on, eventId, whole });
    touch(draft, toId, event);
  }
}

function checkTransfers(draft: DayDraft, events: readonly AgencyEvent[]): void {
  for (const event of events) {
    if (event.kind !== 'transfer') continue;
    if (!existsOnDay(draft.lives.get(event.toId), draft.day))
      refuseEvent(draft, event, 'history-heir-missing', { agency: nameIn(draft, event.toId) });
    if (event.fromId === null) continue;
    // Whoever gives a duty away may end on the same day.
    const from = draft.lives.get(event.fromId);
    if (!existsOnDay(from, draft.day) && from?.endedBy?.effectiveOn !== draft.day)
      refuseEvent(draft, event, 'history-agency-missing', { agency: nameIn(draft, event.fromId) });
  }
}

function settleParent(draft: DayDraft, life: LifeDraft, events: readonly AgencyEvent[]): void {
  const span = life.parents.at(-1);
  if (span === undefined || span.parentId === null) return;
  const parent = draft.lives.get(span.parentId);
  if (existsOnDay(parent, draft.day)) return;
  const placed = events.find(({ id }) => id === span.eventId);
  if (placed !== undefined) {
    refuseEvent(draft, placed, 'history-parent-missing', {
      agency: nameIn(draft, life.id),
      parent: nameIn(draft, span.parentId),
    });
    span.parentId = null;
    return;
  }
  const [heir, ...others] = parent?.successors ?? [];
  const ending = parent?.endedBy;
  if (heir?.whole === true && others.length === 0 && heir.agencyId !== life.id)
    placeUnder(draft, life, heir.agencyId, heir.eventId);
  else if (ending !== null && ending !== undefined) {
    refuseEvent(draft, ending, 'history-orphan', {
      agency: nameIn(draft, life.id),
      parent: nameIn(draft, span.parentId),
    });
    placeUnder(draft, life, null, ending.id);
  }
}

/** A circle is told once, by the event that closed it, and opened so that nobody walks round it forever. */
function breakCircle(draft: DayDraft, life: LifeDraft, events: readonly AgencyEvent[]): void {
  const span = life.parents.at(-1);
  const event = events.find(({ id }) => id === span?.eventId);
  if (span === undefined || event === undefined) return;
  const seen = new Set([life.id]);
  for (let up = span.parentId; up !== null; up = draft.lives.get(up)?.parents.at(-1)?.parentId ?? null) {
    if (seen.has(up)) {
      refuseEvent(draft, event, 'history-parent-circle', { agency: nameIn(draft, life.id) });
      span.parentId = null;
      return;
    }
    seen.add(up);
  }
}
