import type { AgencyEvent, Heir } from './agency-event.ts';
import { dayBefore } from './agency-life.ts';
import {
  type DayDraft,
  end,
  found,
  type LifeDraft,
  needStanding,
  refuseEvent,
  touch,
} from './history-draft.ts';

type Event<K extends AgencyEvent['kind']> = Extract<AgencyEvent, { kind: K }>;

/**
 * Applies one event to the lives of its day. What depends on other events of the same day (whether an heir or a
 * parent is there) is looked at when the day is over, so their order does not matter.
 */
export function applyEvent(draft: DayDraft, event: AgencyEvent): void {
  switch (event.kind) {
    case 'establish':
      found(draft, event, event.founding);
      break;
    case 'merge':
      merge(draft, event);
      break;
    case 'split':
      split(draft, event);
      break;
    case 'abolish':
      endInto(draft, event, [event.agencyId], event.successorIds);
      break;
    case 'rename':
      rename(draft, event);
      break;
    case 'move':
      move(draft, event);
      break;
    case 'transfer':
      for (const id of [event.fromId, event.toId]) if (id !== null) touch(draft, id, event);
  }
}

function merge(draft: DayDraft, event: Event<'merge'>): void {
  const heirId = idOf(event.heir);
  const ending = [...new Set(event.agencyIds)].filter((id) => id !== heirId);
  if (ending.length === 0) refuseEvent(draft, event, 'history-event-empty');
  else endInto(draft, event, ending, [heirId]);
  if (event.heir.kind === 'founded') found(draft, event, event.heir.founding);
  else if (event.agencyIds.includes(heirId)) needStanding(draft, event, heirId);
}

function split(draft: DayDraft, event: Event<'split'>): void {
  const heirIds = event.heirs.map(idOf);
  if (heirIds.length === 0) refuseEvent(draft, event, 'history-event-empty');
  else if (event.goesOn) {
    if (heirIds.includes(event.agencyId)) refuseEvent(draft, event, 'history-own-heir');
    else if (needStanding(draft, event, event.agencyId) !== undefined)
      pass(draft, event, event.agencyId, { heirIds, whole: false });
    touch(draft, event.agencyId, event);
  } else endInto(draft, event, [event.agencyId], heirIds);
  for (const heir of event.heirs) if (heir.kind === 'founded') found(draft, event, heir.founding);
}

function endInto(
  draft: DayDraft,
  event: AgencyEvent,
  ending: readonly string[],
  heirIds: readonly string[],
): void {
  for (const id of ending) {
    if (heirIds.includes(id)) {
      refuseEvent(draft, event, 'history-own-heir');
      continue;
    }
    const life = needStanding(draft, event, id);
    if (life === undefined) continue;
    end(draft, life, event);
    touch(draft, id, event);
    pass(draft, event, id, { heirIds, whole: heirIds.length === 1 });
  }
}

function pass(
  draft: DayDraft,
  event: AgencyEvent,
  fromId: string,
  { heirIds, whole }: { readonly heirIds: readonly string[]; readonly whole: boolean },
): void {
  for (const toId of new Set(heirIds))
    draft.passages.push({ fromId, toId, on: draft.day, eventId: event.id, whole, event });
}

function rename(draft: DayDraft, event: Event<'rename'>): void {
  const life = needOnce(draft, event, event.agencyId);
  const held = life?.names.at(-1);
  if (life === undefined || held === undefined) return;
  held.validTo = dayBefore(draft.day);
  life.names.push({ name: event.name, shortNames: event.shortNames, validFrom: draft.day, validTo: null });
}

function move(draft: DayDraft, event: Event<'move'>): void {
  const life = needOnce(draft, event, event.agencyId);
  if (life !== undefined) placeUnder(draft, life, event.parentId, event.id);
}

export function placeUnder(draft: DayDraft, life: LifeDraft, parentId: string | null, eventId: string): void {
  const held = life.parents.at(-1);
  if (held !== undefined) held.validTo = dayBefore(draft.day);
  life.parents.push({ parentId, validFrom: draft.day, validTo: null, eventId });
}

/** Two names, or two parents, given on the same day contradict each other. */
function needOnce(draft: DayDraft, event: Event<'rename' | 'move'>, agencyId: string): LifeDraft | undefined {
  const life = needStanding(draft, event, agencyId);
  if (life === undefined) return undefined;
  const key = `${event.kind} ${agencyId}`;
  if (draft.changed.has(key)) return refuseEvent(draft, event, 'history-twice');
  draft.changed.add(key);
  touch(draft, agencyId, event);
  return life;
}

function idOf(heir: Heir): string {
  return heir.kind === 'held' ? heir.agencyId : heir.founding.id;
}
