import { type Refusal, type RefusalCode, refusal } from '../../kernel/refusal.ts';
import type { AgencyEvent, Founding } from './agency-event.ts';
import { type AgencyLife, dayBefore, type Lineage } from './agency-life.ts';
import { describeEvent } from './describe-event.ts';

// The lives while they are being folded: what was said so far, and what could not be.

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? OpenOne<U>[] : T[K] };
type OpenOne<T> = T extends object ? { -readonly [K in keyof T]: T[K] } : T;

export type LifeDraft = Open<Omit<AgencyLife, 'parents'>> & {
  parents: { parentId: string | null; validFrom: string | null; validTo: string | null; eventId: string }[];
  /** The event by which it ended. */
  endedBy: AgencyEvent | null;
};

export interface Passage extends Omit<Lineage, 'agencyId'> {
  readonly fromId: string;
  readonly toId: string;
  readonly event: AgencyEvent;
}

/** All events of one day, and the lives as they stand while these are applied. */
export interface DayDraft {
  /** '' for what is older than anything known. */
  readonly day: string;
  readonly lives: Map<string, LifeDraft>;
  readonly passages: Passage[];
  readonly refusals: Refusal[];
  /** What was renamed or moved on this day, to refuse a second time. */
  readonly changed: Set<string>;
}

export function existsOnDay(life: LifeDraft | undefined, day: string): boolean {
  return (
    life !== undefined && (life.validFrom ?? '') <= day && (life.validTo === null || day <= life.validTo)
  );
}

export function refuseEvent(
  draft: DayDraft,
  event: AgencyEvent,
  code: RefusalCode,
  at: Readonly<Record<string, string>> = {},
): undefined {
  const words = describeEvent(event, (id) => nameIn(draft, id));
  draft.refusals.push(refusal(code, { event: words, eventId: event.id, day: formatDay(draft.day), ...at }));
  return undefined;
}

export function nameIn({ lives }: Pick<DayDraft, 'lives'>, id: string): string {
  return lives.get(id)?.names.at(-1)?.name ?? id;
}

export function formatDay(day: string): string {
  return day === '' ? 'từ trước' : day.split('-').reverse().join('/');
}

/** An agency an event changes: it must have been there the day before. */
export function needStanding(draft: DayDraft, event: AgencyEvent, id: string): LifeDraft | undefined {
  const life = draft.lives.get(id);
  const at = { agency: nameIn(draft, id) };
  if (life === undefined) return refuseEvent(draft, event, 'history-agency-missing', at);
  if (life.validFrom !== null && life.validFrom >= draft.day)
    return refuseEvent(draft, event, 'history-before-founding', {
      ...at,
      founded: formatDay(life.validFrom),
    });
  if (life.validTo === null) return life;
  return refuseEvent(draft, event, 'history-agency-ended', { ...at, ended: formatDay(life.validTo) });
}

export function found(draft: DayDraft, event: AgencyEvent, founding: Founding): void {
  if (draft.lives.has(founding.id)) {
    refuseEvent(draft, event, 'history-id-taken', {
      agency: founding.name,
      id: founding.id,
      held: nameIn(draft, founding.id),
    });
    return;
  }
  const span = { validFrom: event.effectiveOn, validTo: null };
  draft.lives.set(founding.id, {
    id: founding.id,
    level: founding.level,
    kind: founding.kind,
    ...span,
    names: [{ name: founding.name, shortNames: founding.shortNames, ...span }],
    codes: founding.codes.map((code) => ({ ...code, ...span })),
    parents: [{ parentId: founding.parentId, ...span, eventId: event.id }],
    groups: founding.groups.map((group) => ({ group, ...span })),
    predecessors: [],
    successors: [],
    eventIds: [event.id],
    verified: event.verified,
    source: event.source,
    endedBy: null,
  });
}

/** Its last day is the one before; all that held of it ends with it. */
export function end(draft: DayDraft, life: LifeDraft, event: AgencyEvent): void {
  const last = dayBefore(draft.day);
  life.validTo = last;
  life.endedBy = event;
  for (const span of [...life.names, ...life.codes, ...life.parents, ...life.groups])
    if (span.validTo === null) span.validTo = last;
}

export function touch(draft: DayDraft, id: string, event: AgencyEvent): void {
  const life = draft.lives.get(id);
  if (life !== undefined && !life.eventIds.includes(event.id)) life.eventIds.push(event.id);
}
