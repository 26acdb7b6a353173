import type { AgencyKind } from '../agency.ts';
import type { AgencyLevel } from '../agency-phrase.ts';
import type { AgencyCode, AgencyEvent, Decision, Founding } from '../history/agency-event.ts';
import { slugOf } from './slug-of.ts';

export interface DraftFounding {
  readonly id?: string | undefined;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly parentId: string | null;
  readonly codes: readonly AgencyCode[];
  readonly groups: readonly string[];
}

export type DraftHeir =
  | { readonly kind: 'held'; readonly agencyId: string }
  | { readonly kind: 'founded'; readonly founding: DraftFounding };

/** An event being drafted: what it leaves out, it takes from its reform. */
export type DraftEvent = {
  readonly id?: string | undefined;
  readonly effectiveOn: string | null;
  readonly decision: Decision | null;
} & (
  | { readonly kind: 'establish'; readonly founding: DraftFounding }
  | {
      readonly kind: 'rename';
      readonly agencyId: string;
      readonly name: string;
      readonly shortNames: readonly string[];
    }
  | { readonly kind: 'move'; readonly agencyId: string; readonly parentId: string | null }
  | { readonly kind: 'merge'; readonly agencyIds: readonly string[]; readonly heir: DraftHeir }
  | {
      readonly kind: 'split';
      readonly agencyId: string;
      readonly heirs: readonly DraftHeir[];
      readonly goesOn: boolean;
    }
  | { readonly kind: 'abolish'; readonly agencyId: string; readonly successorIds: readonly string[] }
  | {
      readonly kind: 'transfer';
      readonly fromId: string | null;
      readonly toId: string;
      readonly duty: string;
    }
);

/** A draft in which every event and every agency to be founded has its id. */
export type NamedEvent = DraftEvent & { readonly id: string };

interface Naming {
  /** First day of the reform, for ids of agencies whose plain name is taken. */
  readonly effectiveOn: string;
  readonly takenIds: Iterable<string>;
  readonly newId: () => string;
}

/** Gives ids to what has none: to agencies by their names, so that an address says whose it is. */
export function nameDrafts(drafts: readonly DraftEvent[], naming: Naming): readonly NamedEvent[] {
  const taken = new Set([...naming.takenIds, ...drafts.flatMap(givenIds)]);
  const named = (founding: DraftFounding, effectiveOn: string): DraftFounding => {
    if (founding.id !== undefined) return founding;
    const id = slugOf(founding.name, effectiveOn.slice(0, 4), taken);
    taken.add(id);
    return { ...founding, id };
  };
  const namedHeir = (heir: DraftHeir, on: string): DraftHeir =>
    heir.kind === 'held' ? heir : { ...heir, founding: named(heir.founding, on) };
  return drafts.map((draft): NamedEvent => {
    const id = draft.id ?? naming.newId();
    const on = draft.effectiveOn ?? naming.effectiveOn;
    switch (draft.kind) {
      case 'establish':
        return { ...draft, id, founding: named(draft.founding, on) };
      case 'merge':
        return { ...draft, id, heir: namedHeir(draft.heir, on) };
      case 'split':
        return { ...draft, id, heirs: draft.heirs.map((heir) => namedHeir(heir, on)) };
      default:
        return { ...draft, id };
    }
  });
}

function givenIds(draft: DraftEvent): readonly string[] {
  const heirs =
    draft.kind === 'establish'
      ? [draft.founding]
      : draft.kind === 'merge'
        ? foundings([draft.heir])
        : draft.kind === 'split'
          ? foundings(draft.heirs)
          : [];
  return heirs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function foundings(heirs: readonly DraftHeir[]): readonly DraftFounding[] {
  return heirs.flatMap((heir) => (heir.kind === 'founded' ? [heir.founding] : []));
}

interface Frame {
  readonly title: string;
  readonly effectiveOn: string;
  readonly decision: Decision;
}

/** The events as they will stand in the history. Without a numbered and dated decision they are not verified. */
export function completeEvents(drafts: readonly NamedEvent[], frame: Frame): readonly AgencyEvent[] {
  return drafts.map((draft) => {
    const decision = draft.decision ?? frame.decision;
    const verified = decision.number !== null && decision.date !== null;
    const base = {
      effectiveOn: draft.effectiveOn ?? frame.effectiveOn,
      decision,
      source: verified ? `${decision.number} ngày ${formatDay(decision.date ?? '')}` : frame.title,
      confidence: verified ? ('A' as const) : ('C' as const),
      verified,
    };
    switch (draft.kind) {
      case 'establish':
        return { ...draft, ...base, founding: foundingOf(draft.founding) };
      case 'merge':
        return { ...draft, ...base, heir: heirOf(draft.heir) };
      case 'split':
        return { ...draft, ...base, heirs: draft.heirs.map(heirOf) };
      default:
        return { ...draft, ...base };
    }
  });
}

function heirOf(heir: DraftHeir) {
  return heir.kind === 'held' ? heir : { ...heir, founding: foundingOf(heir.founding) };
}

function foundingOf(founding: DraftFounding): Founding {
  if (founding.id === undefined) throw new Error('a drafted agency has no id');
  return { ...founding, id: founding.id };
}

function formatDay(day: string): string {
  return day.split('-').reverse().join('/');
}
