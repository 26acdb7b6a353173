import type { ControlRoom, DueCounts } from '#contract/task/overview.ts';
import { DUE_VIEWS } from '#domain/task/work/due-view.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { type AskedFilter, asDueFilter } from './due-filter.ts';
import { countSquares, listAreas, type Square } from './overview.store.ts';

/** The control room: every figure is the sum of the same squares, and each opens to its rows by the same filter. */
export function getRoom(deps: Deps, asked: AskedFilter): Promise<ControlRoom> {
  return inScope(deps, async (tx) => {
    const today = todayOf(deps);
    const squares = await countSquares(tx, asDueFilter(asked), today);
    const areas = await listAreas(tx, [...new Set(squares.flatMap(({ area_id }) => area_id ?? []))]);
    const directory = new Map((await loadDirectory(tx, deps)).map((agency) => [agency.id, agency]));
    const byArea = Map.groupBy(squares, ({ area_id }) => area_id);
    const byAgency = Map.groupBy(squares, ({ agency_id }) => agency_id);
    const outside = byArea.get(null);
    return {
      today,
      counts: add(squares),
      areas: [
        ...areas.map(({ id, code, name }) => ({ id, code, name, counts: add(byArea.get(id) ?? []) })),
        ...(outside === undefined
          ? []
          : [{ id: null, code: '', name: 'Ngoài các lĩnh vực', counts: add(outside) }]),
      ],
      agencies: [...byAgency]
        .map(([id, held]) => ({
          id,
          name: directory.get(id)?.name ?? id,
          level: directory.get(id)?.level ?? '',
          counts: add(held),
        }))
        .toSorted((a, b) => b.counts.late - a.counts.late || a.name.localeCompare(b.name, 'vi')),
      heat: squares.map(({ agency_id, area_id, counts }) => ({
        agencyId: agency_id,
        areaId: area_id,
        total: counts.total,
        due: counts.due,
        inTime: counts['in-time'],
        late: counts.late,
      })),
    };
  });
}

function add(squares: readonly Square[]): DueCounts {
  const sum = (view: keyof Square['counts']) =>
    squares.reduce((total, { counts }) => total + counts[view], 0);
  return {
    ...Object.fromEntries(DUE_VIEWS.map((view) => [view, sum(view)])),
    total: sum('total'),
  } as DueCounts;
}
