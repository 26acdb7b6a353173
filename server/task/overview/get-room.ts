import type { ControlRoom, DueCounts, HeatMap } from '#contract/task/overview.ts';
import { DUE_VIEWS } from '#domain/task/work/due-view.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { type AskedFilter, asDueFilter } from './due-filter.ts';
import { countSquares, listAreas, type Square } from './overview.store.ts';
import { shareAnswers } from './share-answer.ts';

interface Squares {
  readonly today: string;
  readonly squares: readonly Square[];
  readonly areas: readonly { readonly id: string | null; readonly code: string; readonly name: string }[];
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly level: string }[];
}

const share = shareAnswers<Squares>();

/** The control room: every figure is the sum of the same squares, and each opens to its rows by the same filter. */
export async function getRoom(deps: Deps, asked: AskedFilter): Promise<ControlRoom> {
  const { today, squares, areas, agencies } = await loadSquares(deps, asked);
  const byArea = Map.groupBy(squares, ({ area_id }) => area_id);
  const byAgency = Map.groupBy(squares, ({ agency_id }) => agency_id);
  return {
    today,
    counts: add(squares),
    areas: areas.map((area) => ({ ...area, counts: add(byArea.get(area.id) ?? []) })),
    agencies: agencies
      .map((agency) => ({ ...agency, counts: add(byAgency.get(agency.id) ?? []) }))
      .toSorted((a, b) => b.counts.late - a.counts.late || a.name.localeCompare(b.name, 'vi')),
  };
}

/** Each agency in each area, those with most to answer for first. */
export async function getHeat(deps: Deps, asked: AskedFilter): Promise<HeatMap> {
  const { squares, areas, agencies } = await loadSquares(deps, asked);
  const late = new Map<string, number>();
  for (const { agency_id, counts } of squares) late.set(agency_id, (late.get(agency_id) ?? 0) + counts.late);
  return {
    areas: [...areas],
    agencies: agencies
      .map(({ id, name }) => ({ id, name }))
      .toSorted(
        (a, b) => (late.get(b.id) ?? 0) - (late.get(a.id) ?? 0) || a.name.localeCompare(b.name, 'vi'),
      ),
    squares: squares.map(({ agency_id, area_id, counts }) => ({
      agencyId: agency_id,
      areaId: area_id,
      total: counts.total,
      due: counts.due,
      inTime: counts['in-time'],
    })),
  };
}

/** One pass over the rows, however many people ask for it in the same moment. */
function loadSquares(deps: Deps, asked: AskedFilter): Promise<Squares> {
  const today = todayOf(deps);
  const { provinceId, figures, agencyIds } = deps.scope;
  return share(JSON.stringify([provinceId, figures, agencyIds, today, asked]), () =>
    inScope(deps, async (tx) => {
      const squares = await countSquares(tx, asDueFilter(asked), today);
      const areas = await listAreas(tx, [...new Set(squares.flatMap(({ area_id }) => area_id ?? []))]);
      const directory = new Map((await loadDirectory(tx, deps)).map((agency) => [agency.id, agency]));
      const outside = squares.some(({ area_id }) => area_id === null);
      return {
        today,
        squares,
        areas: [
          ...areas.map(({ id, code, name }) => ({ id, code, name })),
          ...(outside ? [{ id: null, code: '', name: 'Ngoài các lĩnh vực' }] : []),
        ],
        agencies: [...new Set(squares.map(({ agency_id }) => agency_id))].map((id) => ({
          id,
          name: directory.get(id)?.name ?? id,
          level: directory.get(id)?.level ?? '',
        })),
      };
    }),
  );
}

function add(squares: readonly Square[]): DueCounts {
  const sum = (view: keyof Square['counts']) =>
    squares.reduce((total, { counts }) => total + counts[view], 0);
  return {
    ...Object.fromEntries(DUE_VIEWS.map((view) => [view, sum(view)])),
    total: sum('total'),
  } as DueCounts;
}
