import { inScope } from '../../deps.ts';
import { may, os } from '../../guard.ts';
import { orRefuse } from '../../http/refused.ts';
import type { ReformMover } from '../reform-mover.ts';
import { applyReform } from './apply-reform.ts';
import { approveReform } from './approve-reform.ts';
import { createReform } from './create-reform.ts';
import { getReform } from './get-reform.ts';
import { previewReform } from './preview-reform.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { presentReform } from './reform.present.ts';
import { listReforms } from './reform.store.ts';
import { returnReform } from './return-reform.ts';
import { reverseReform } from './reverse-reform.ts';
import { submitReform } from './submit-reform.ts';
import { updateReform } from './update-reform.ts';

/** What reforms need of nouns to the right: who moves their things, and who reads files. */
export interface ReformParts {
  readonly movers: readonly ReformMover[];
  readonly readTable: ReadTable;
}

export function reformRoutes({ movers, readTable: readFile }: ReformParts) {
  const { reform } = os.agency;
  return {
    list: reform.list
      .use(may('reform.read'))
      .handler(async ({ context: { deps } }) => (await inScope(deps, listReforms)).map(presentReform)),
    get: reform.get
      .use(may('reform.read'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await getReform(deps, movers, input.reformId)),
      ),
    create: reform.create
      .use(may('reform.draft'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await createReform(deps, input))),
    update: reform.update
      .use(may('reform.draft'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await updateReform(deps, input))),
    readTable: reform.readTable
      .use(may('reform.draft'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await readTable(deps, readFile, input))),
    preview: reform.preview
      .use(may('reform.preview'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await previewReform(deps, movers, input))),
    submit: reform.submit
      .use(may('reform.draft'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await submitReform(deps, movers, input))),
    returnToAuthor: reform.returnToAuthor
      .use(may('reform.return'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await returnReform(deps, input))),
    approve: reform.approve
      .use(may('reform.approve'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await approveReform(deps, movers, input))),
    apply: reform.apply
      .use(may('reform.apply'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await applyReform(deps, movers, input))),
    reverse: reform.reverse
      .use(may('reform.reverse'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await reverseReform(deps, movers, input))),
  };
}
