import { refusal } from '../../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { clean } from '../../../kernel/text.ts';
import type { Agency } from '../../agency.ts';
import { type AgencyLives, parentOn } from '../../history/agency-life.ts';
import type { DraftEvent } from '../draft-event.ts';
import { joinEdges } from './join-edges.ts';
import {
  complain,
  dayOf,
  decisionOf,
  type Edge,
  findHeld,
  findOld,
  foundNew,
  type TableDraft,
} from './resolve-rows.ts';
import { COLUMN_WORDS, findReformHead } from './table-columns.ts';
import { readRows, type TableProblem, type TableRow } from './table-row.ts';

export interface ReformTable {
  readonly rows: number;
  readonly events: readonly DraftEvent[];
  /** Every row that could not be understood, all at once; its events are left out. */
  readonly problems: readonly TableProblem[];
}

/**
 * A table old → new as events. Old names are those of the day before, new names those of the day; a name that is
 * not known is told with the nearest ones, never guessed. Rows that found agencies are read first, so that others
 * may name them.
 */
export function readReformTable(
  grid: readonly (readonly string[])[],
  known: { readonly directory: readonly Agency[]; readonly lives: AgencyLives; readonly effectiveOn: string },
): Result<ReformTable> {
  const head = findReformHead(grid);
  if (head === undefined) {
    const found = grid.find((cells) => cells.filter((cell) => clean(cell) !== '').length > 1);
    return found === undefined
      ? refuse(refusal('table-empty'))
      : refuse(
          refusal('table-headers', {
            column: `${COLUMN_WORDS.old}" và "${COLUMN_WORDS.new}`,
            found: found
              .map(clean)
              .filter((cell) => cell !== '')
              .join(', ')
              .slice(0, 300),
          }),
        );
  }
  const { rows, problems } = readRows(grid, head);
  const foundedUnder = new Map<string, string | null>();
  const draft: TableDraft = {
    foundedUnder,
    parentOf: (id, day) => {
      const life = known.lives.get(id);
      return life === undefined ? (foundedUnder.get(id) ?? null) : parentOn(life, day);
    },
    directory: [...known.directory],
    lives: known.lives,
    effectiveOn: known.effectiveOn,
    rootId: rootOf(known.lives, known.effectiveOn),
    takenIds: new Set(known.lives.keys()),
    problems: [...problems],
  };
  const events = eventsOf(draft, rows);
  return accept({
    rows: rows.length,
    events,
    problems: draft.problems.toSorted((a, b) => a.row - b.row),
  });
}

function eventsOf(draft: TableDraft, rows: readonly TableRow[]): readonly DraftEvent[] {
  const founding = rows.filter(
    (row) => row.kind === 'establish' || (row.old.length === 0 && row.kind === null),
  );
  const founded = founding.flatMap((row) => establish(draft, row));
  const others = rows.filter((row) => !founding.includes(row) && row.kind !== 'keep');
  const alone = others.filter(({ kind }) => kind === 'abolish' || kind === 'move');
  const edges = others.filter((row) => !alone.includes(row)).flatMap((row) => edgesOf(draft, row));
  const days = Map.groupBy(edges, ({ on }) => on);
  return [
    ...founded,
    ...[...days.keys()].sort().flatMap((day) => joinEdges(draft, days.get(day) ?? [])),
    ...alone.flatMap((row) => (row.kind === 'move' ? move(draft, row) : abolish(draft, row))),
  ];
}

/** The committee of the province, below which agencies stand that name nothing else. */
function rootOf(lives: AgencyLives, day: string): string | null {
  const root = [...lives.values()].find(
    (life) => life.level === 'province' && life.kind === 'peoples-committee' && parentOn(life, day) === null,
  );
  return root?.id ?? null;
}

function establish(draft: TableDraft, row: TableRow): readonly DraftEvent[] {
  if (row.new.length === 0) {
    complain(draft, row, {
      column: COLUMN_WORDS.new,
      value: '',
      message: 'Dòng này chưa ghi đơn vị cũ hay đơn vị mới. Hãy ghi tên, hoặc xóa dòng.',
    });
    return [];
  }
  return row.new.flatMap((name): DraftEvent[] => {
    const held = findHeld(draft, row, name);
    if (held !== undefined) {
      complain(draft, row, {
        column: COLUMN_WORDS.new,
        value: name,
        message: 'Đã có cơ quan tên này vào ngày này. Hãy sửa tên, hoặc bỏ dòng.',
        candidates: [{ id: held.id, name: held.name }],
      });
      return [];
    }
    const made = foundNew(draft, row, { name, like: undefined });
    return made === undefined
      ? []
      : [{ kind: 'establish', effectiveOn: row.effectiveOn, decision: decisionOf(row), founding: made }];
  });
}

function edgesOf(draft: TableDraft, row: TableRow): readonly Edge[] {
  if (row.new.length === 0) {
    complain(draft, row, {
      column: COLUMN_WORDS.new,
      value: row.old.join('; '),
      message: 'Chưa ghi đơn vị mới. Hãy ghi tên đơn vị mới, hoặc ghi loại "giải thể".',
    });
    return [];
  }
  const olds = row.old.flatMap((name) => findOld(draft, row, name) ?? []);
  const on = dayOf(draft, row);
  return olds.flatMap((old) => row.new.map((newName) => ({ row, on, old, newName, kind: row.kind })));
}

function abolish(draft: TableDraft, row: TableRow): readonly DraftEvent[] {
  const olds = row.old.flatMap((name) => findOld(draft, row, name) ?? []);
  const successorIds = row.new.flatMap((name) => {
    const held = findHeld(draft, row, name);
    if (held === undefined)
      complain(draft, row, {
        column: COLUMN_WORDS.new,
        value: name,
        message: 'Cơ quan tiếp nhận không có vào ngày này. Hãy sửa tên, hoặc thêm dòng thành lập nó.',
      });
    return held === undefined ? [] : [held.id];
  });
  return olds.map(({ id }) => ({
    kind: 'abolish',
    effectiveOn: row.effectiveOn,
    decision: decisionOf(row),
    agencyId: id,
    successorIds,
  }));
}

function move(draft: TableDraft, row: TableRow): readonly DraftEvent[] {
  const olds = row.old.flatMap((name) => findOld(draft, row, name) ?? []);
  const [name = row.parent] = row.new;
  const parent = findHeld(draft, { ...row, parent: '' }, name);
  if (parent === undefined) {
    complain(draft, row, {
      column: COLUMN_WORDS.new,
      value: name,
      message: 'Cơ quan cấp trên không có vào ngày này. Hãy sửa tên.',
    });
    return [];
  }
  return olds.map(({ id }) => ({
    kind: 'move',
    effectiveOn: row.effectiveOn,
    decision: decisionOf(row),
    agencyId: id,
    parentId: parent.id,
  }));
}
