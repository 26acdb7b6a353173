import type { DraftEvent } from '#contract/agency/event.ts';

export type Founding = Extract<DraftEvent, { kind: 'establish' }>['founding'];
type Heir = Extract<DraftEvent, { kind: 'merge' }>['heir'];

/** An event as the form holds it: every field of every kind, so that changing the kind loses nothing. */
export interface EventDraft {
  readonly kind: DraftEvent['kind'];
  readonly id: string | undefined;
  readonly effectiveOn: string | null;
  readonly decision: DraftEvent['decision'];
  /** The agency renamed, moved, divided, ended, or from which a duty goes. */
  readonly agencyId: string | undefined;
  /** Those merged. */
  readonly agencyIds: readonly string[];
  /** Those that go on with it and are there already. */
  readonly heirIds: readonly string[];
  /** Those founded by it. */
  readonly foundings: readonly Founding[];
  /** Whether a merger founds a new agency rather than going into one that is there. */
  readonly intoNew: boolean;
  readonly goesOn: boolean;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly parentId: string | undefined;
  readonly toId: string | undefined;
  readonly duty: string;
}

export const NO_FOUNDING: Founding = {
  name: '',
  shortNames: [],
  level: 'province',
  kind: 'department',
  parentId: null,
  codes: [],
  groups: [],
};

export const NO_EVENT: EventDraft = {
  kind: 'merge',
  id: undefined,
  effectiveOn: null,
  decision: null,
  agencyId: undefined,
  agencyIds: [],
  heirIds: [],
  foundings: [],
  intoNew: true,
  goesOn: false,
  name: '',
  shortNames: [],
  parentId: undefined,
  toId: undefined,
  duty: '',
};

export function draftOf(event: DraftEvent): EventDraft {
  const { kind, id, effectiveOn, decision } = event;
  const base = { ...NO_EVENT, kind, id, effectiveOn, decision };
  switch (event.kind) {
    case 'establish':
      return { ...base, foundings: [event.founding] };
    case 'rename':
      return { ...base, agencyId: event.agencyId, name: event.name, shortNames: event.shortNames };
    case 'move':
      return { ...base, agencyId: event.agencyId, parentId: event.parentId ?? undefined };
    case 'merge':
      return {
        ...base,
        agencyIds: event.agencyIds,
        intoNew: event.heir.kind === 'founded',
        ...partHeirs([event.heir]),
      };
    case 'split':
      return { ...base, agencyId: event.agencyId, goesOn: event.goesOn, ...partHeirs(event.heirs) };
    case 'abolish':
      return { ...base, agencyId: event.agencyId, heirIds: event.successorIds };
    case 'transfer':
      return { ...base, agencyId: event.fromId ?? undefined, toId: event.toId, duty: event.duty };
  }
}

function partHeirs(heirs: readonly Heir[]): Pick<EventDraft, 'heirIds' | 'foundings'> {
  return {
    heirIds: heirs.flatMap((heir) => (heir.kind === 'held' ? [heir.agencyId] : [])),
    foundings: heirs.flatMap((heir) => (heir.kind === 'founded' ? [heir.founding] : [])),
  };
}

/** The event a draft says; undefined while something it needs is missing. */
export function eventOf(draft: EventDraft): DraftEvent | undefined {
  const { id, effectiveOn, decision, agencyId } = draft;
  const base = { ...(id === undefined ? {} : { id }), effectiveOn, decision };
  const foundings = draft.foundings.filter(({ name }) => name.trim().length >= 2);
  const [founding] = foundings;
  switch (draft.kind) {
    case 'establish':
      return founding === undefined ? undefined : { ...base, kind: 'establish', founding };
    case 'merge': {
      const heir = heirsOf({
        heirIds: draft.intoNew ? [] : draft.heirIds,
        foundings: draft.intoNew ? foundings : [],
      })[0];
      const { agencyIds } = draft;
      return heir === undefined || agencyIds.length === 0
        ? undefined
        : { ...base, kind: 'merge', agencyIds: [...agencyIds], heir };
    }
    case 'transfer':
      return draft.toId === undefined || draft.duty.trim().length < 2
        ? undefined
        : { ...base, kind: 'transfer', fromId: agencyId ?? null, toId: draft.toId, duty: draft.duty };
    default:
      return agencyId === undefined ? undefined : eventOfOne(draft, { base, agencyId, foundings });
  }
}

interface Parts {
  readonly base: Pick<DraftEvent, 'id' | 'effectiveOn' | 'decision'>;
  readonly agencyId: string;
  readonly foundings: readonly Founding[];
}

/** Events that are about one agency. */
function eventOfOne(draft: EventDraft, { base, agencyId, foundings }: Parts): DraftEvent | undefined {
  switch (draft.kind) {
    case 'rename':
      return draft.name.trim().length < 2
        ? undefined
        : { ...base, kind: 'rename', agencyId, name: draft.name, shortNames: [...draft.shortNames] };
    case 'move':
      return { ...base, kind: 'move', agencyId, parentId: draft.parentId ?? null };
    case 'split': {
      const heirs = heirsOf({ heirIds: draft.heirIds, foundings });
      return heirs.length === 0
        ? undefined
        : { ...base, kind: 'split', agencyId, heirs, goesOn: draft.goesOn };
    }
    default:
      return { ...base, kind: 'abolish', agencyId, successorIds: [...draft.heirIds] };
  }
}

function heirsOf({ heirIds, foundings }: Pick<EventDraft, 'heirIds' | 'foundings'>): Heir[] {
  return [
    ...heirIds.map((agencyId): Heir => ({ kind: 'held', agencyId })),
    ...foundings.map((founding): Heir => ({ kind: 'founded', founding })),
  ];
}
