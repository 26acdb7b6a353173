import { nameDrafts } from '#domain/agency/reform/draft-event.ts';
import { readReformTable } from '#domain/agency/reform/table/read-reform-table.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../../deps.ts';
import { loadAgencies } from '../load-agencies.ts';
import { presentDrafts } from './reform.present.ts';

export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads the tables of a file into the words of their cells, apart from the requests. */
export type ReadTable = (file: TableFile) => Promise<Result<readonly (readonly string[])[]>>;

/** Text pasted from a spreadsheet is a table with tabs; it is read like a file of it. */
const PASTED = 'bảng đã dán';

/** A table old → new as events for a draft. Nothing is stored. */
export async function readTable(
  deps: Deps,
  readFile: ReadTable,
  input: {
    readonly effectiveOn: string;
    readonly text?: string | undefined;
    readonly file?: File | undefined;
  },
) {
  const file =
    input.file === undefined
      ? { name: PASTED, bytes: new TextEncoder().encode(input.text ?? '') }
      : { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) };
  if (file.bytes.length === 0) return refuse(refusal('table-empty'));
  const grid = await readFile(file);
  if (!grid.ok) return grid;
  const known = await inScope(deps, (tx) => loadAgencies(tx, deps));
  const table = readReformTable(grid.value, { ...known, effectiveOn: input.effectiveOn });
  if (!table.ok) return table;
  const { rows, events, problems } = table.value;
  const named = nameDrafts(events, {
    effectiveOn: input.effectiveOn,
    takenIds: known.lives.keys(),
    newId: deps.newId,
  });
  const frame = {
    title: file.name,
    effectiveOn: input.effectiveOn,
    decision: { number: null, date: null, title: null },
  };
  return accept({
    rows,
    events: presentDrafts(named, frame, known.lives),
    problems: problems.map(({ candidates, ...problem }) => ({ ...problem, candidates: [...candidates] })),
  });
}
