import type { ReadTable } from '../../agency/reform/read-table.ts';
import { may, os } from '../../guard.ts';
import { orRefuse } from '../../http/refused.ts';
import { applyProgressTable } from './apply-progress-table.ts';
import { readProgressFile } from './read-progress-file.ts';

export function progressTableRoutes(readTable: ReadTable) {
  return {
    read: os.progressTable.read
      .use(may('work.report'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await readProgressFile(deps, readTable, input)),
      ),
    apply: os.progressTable.apply
      .use(may('work.report'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await applyProgressTable(deps, input))),
  };
}
