import { fold } from '../../../kernel/text.ts';
import type { DraftEvent, DraftFounding, DraftHeir } from '../draft-event.ts';
import { complain, decisionOf, type Edge, findHeld, foundNew, type TableDraft } from './resolve-rows.ts';

// Rows say "old → new" one by one; what happened is seen from all rows that share an agency. Several into one is a
// merger, one into several a division, one into one of another name a new name. An old agency in several rows is
// divided among the new ones, whatever else goes into those.

/** The events of the edges of one day. */
export function joinEdges(draft: TableDraft, edges: readonly Edge[]): readonly DraftEvent[] {
  const news = Map.groupBy(edges, ({ newName }) => fold(newName));
  const olds = Map.groupBy(edges, ({ old }) => old.id);
  const targetsOf = (id: string) => new Set((olds.get(id) ?? []).map(({ newName }) => fold(newName)));
  const events: DraftEvent[] = [];
  const heirs = new Map<string, DraftHeir>();
  for (const [key, own] of news) {
    const [first] = own;
    if (first === undefined) continue;
    const whole = own.filter(({ old, kind }) => targetsOf(old.id).size === 1 && kind !== 'part');
    const heir = heirOf(draft, own, (id) => olds.has(id) && !targetsOf(id).has(key));
    if (heir === undefined) continue;
    heirs.set(key, heir.kind === 'held' ? heir : { kind: 'held', agencyId: heir.founding.id ?? '' });
    events.push(...intoOne(draft, own, whole, heir));
  }
  for (const own of olds.values()) events.push(...fromOne(draft, own, heirs));
  return events;
}

/** The agency a new name stands for: a living one that is not itself passing elsewhere, or one to be founded. */
function heirOf(
  draft: TableDraft,
  own: readonly Edge[],
  passesElsewhere: (id: string) => boolean,
): DraftHeir | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const held = own.some(({ kind }) => kind === 'unite')
    ? undefined
    : findHeld(draft, first.row, first.newName);
  if (held !== undefined && !passesElsewhere(held.id)) return { kind: 'held', agencyId: held.id };
  const founding = foundNew(draft, first.row, { name: first.newName, like: first.old });
  return founding === undefined ? undefined : { kind: 'founded', founding };
}

function intoOne(
  draft: TableDraft,
  own: readonly Edge[],
  whole: readonly Edge[],
  heir: DraftHeir,
): readonly DraftEvent[] {
  const [first] = own;
  if (first === undefined) return [];
  const base = { effectiveOn: first.row.effectiveOn, decision: decisionOf(first.row) };
  const ids = [...new Set(whole.map(({ old }) => old.id))];
  const renaming = own.find(({ kind }) => kind === 'rename');
  if (renaming !== undefined && own.length > 1) {
    complain(draft, renaming.row, {
      column: 'Loại',
      value: renaming.newName,
      message: 'Đổi tên chỉ có một đơn vị cũ. Hãy ghi "sáp nhập" hoặc "hợp nhất".',
    });
    return [];
  }
  if (heir.kind === 'held') {
    const ending = ids.filter((id) => id !== heir.agencyId);
    return ending.length === 0 ? [] : [{ ...base, kind: 'merge', agencyIds: ids, heir }];
  }
  const [only] = ids;
  const plain = first.kind === null || first.kind === 'rename';
  if (only !== undefined && own.length === 1 && plain) return [renameOf(base, only, heir.founding)];
  return ids.length === 0
    ? [{ ...base, kind: 'establish', founding: heir.founding }]
    : [{ ...base, kind: 'merge', agencyIds: ids, heir }];
}

function renameOf(
  base: Pick<DraftEvent, 'effectiveOn' | 'decision'>,
  agencyId: string,
  { name, shortNames }: DraftFounding,
): DraftEvent {
  return { ...base, kind: 'rename', agencyId, name, shortNames };
}

/** One old agency in several rows, or only in part in one. */
function fromOne(
  draft: TableDraft,
  own: readonly Edge[],
  heirs: ReadonlyMap<string, DraftHeir>,
): readonly DraftEvent[] {
  const [first] = own;
  const keys = [...new Set(own.map(({ newName }) => fold(newName)))];
  const parted = own.some(({ kind }) => kind === 'part');
  if (first === undefined || (keys.length === 1 && !parted)) return [];
  const into = keys.flatMap((key) => heirs.get(key) ?? []);
  const others = into.filter((heir) => heir.kind !== 'held' || heir.agencyId !== first.old.id);
  // It is among those it is divided into, or only parts of it left: it goes on.
  const goesOn = others.length < into.length || own.every(({ kind }) => kind === 'part');
  if (others.length === 0) return [];
  if (own.some(({ kind }) => kind === 'rename')) {
    complain(draft, first.row, {
      column: 'Loại',
      value: first.old.name,
      message: 'Đổi tên chỉ có một đơn vị mới. Hãy ghi "chia" hoặc "tách".',
    });
    return [];
  }
  return [
    {
      effectiveOn: first.row.effectiveOn,
      decision: decisionOf(first.row),
      kind: 'split',
      agencyId: first.old.id,
      heirs: others,
      goesOn,
    },
  ];
}
