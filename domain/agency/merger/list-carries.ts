import type { AgencyEvent, Heir } from '../history/agency-event.ts';
import type { Carry, CarryLine } from './carry-series.ts';

/**
 * Who takes over whose figures by a set of events, in order of time; those of one day are independent of each
 * other, whatever chain of events that day had. The events name no shares: a piece without one has no number.
 */
export function listCarries(events: readonly AgencyEvent[]): readonly Carry[] {
  const days = [...new Set(events.flatMap(({ effectiveOn }) => effectiveOn ?? []))].sort();
  return days.flatMap((on) =>
    carriesOf(
      on,
      events.filter(({ effectiveOn }) => effectiveOn === on),
    ),
  );
}

type Shares = Map<string, CarryLine['share']>;

function carriesOf(on: string, events: readonly AgencyEvent[]): readonly Carry[] {
  // What each agency consists of after the events so far, in agencies of the day before.
  const made = new Map<string, Shares>();
  const founded = new Set<string>();
  const duties = new Map<string, Carry['duties'][number][]>();
  const held = (agencyId: string): Shares =>
    made.get(agencyId) ?? (founded.has(agencyId) ? new Map() : new Map([[agencyId, 'whole']]));
  const give = (shares: Shares, heir: Heir, unknown: boolean) => {
    const heirId = idOf(heir);
    if (heir.kind === 'founded') founded.add(heirId);
    const taken = new Map(held(heirId));
    for (const [from, share] of shares)
      taken.set(from, unknown || taken.get(from) === 'unknown' ? 'unknown' : share);
    made.set(heirId, taken);
  };
  for (const event of events) {
    switch (event.kind) {
      case 'establish':
        founded.add(event.founding.id);
        break;
      case 'merge': {
        const heirId = idOf(event.heir);
        const given = event.agencyIds.filter((id) => id !== heirId).map(held);
        for (const shares of given) give(shares, event.heir, false);
        for (const id of event.agencyIds) if (id !== heirId) made.set(id, new Map());
        break;
      }
      case 'split': {
        const shares = held(event.agencyId);
        const alone = event.heirs.length === 1 && !event.goesOn;
        for (const heir of event.heirs) give(shares, heir, !alone);
        made.set(
          event.agencyId,
          event.goesOn ? new Map([...shares.keys()].map((id) => [id, 'unknown'])) : new Map(),
        );
        break;
      }
      case 'abolish': {
        const shares = held(event.agencyId);
        for (const agencyId of event.successorIds)
          give(shares, { kind: 'held', agencyId }, event.successorIds.length > 1);
        made.set(event.agencyId, new Map());
        break;
      }
      case 'transfer': {
        const { fromId, toId, duty } = event;
        made.set(toId, held(toId));
        push(duties, toId, { code: 'duty-received', agencyId: fromId, on, duty });
        if (fromId === null) break;
        made.set(fromId, held(fromId));
        push(duties, fromId, { code: 'duty-given', agencyId: toId, on, duty });
        break;
      }
      case 'rename':
      case 'move':
        break;
    }
  }
  return [...made]
    .filter(([heirId, shares]) => changes(heirId, shares) || duties.has(heirId))
    .map(([heirId, shares]) => ({
      heirId,
      on,
      lines: [...shares].map(([fromId, share]) => ({ fromId, share })).sort(byAgency),
      duties: duties.get(heirId) ?? [],
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((one, other) => (one.heirId < other.heirId ? -1 : 1));
}

function changes(heirId: string, shares: Shares): boolean {
  return shares.size !== 1 || shares.get(heirId) !== 'whole';
}

function idOf(heir: Heir): string {
  return heir.kind === 'held' ? heir.agencyId : heir.founding.id;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}

function byAgency(one: CarryLine, other: CarryLine): number {
  return one.fromId < other.fromId ? -1 : one.fromId > other.fromId ? 1 : 0;
}
