import { inScope } from '../../deps.ts';
import { may, os } from '../../guard.ts';
import { orRefuse, presentRefusals } from '../../http/refused.ts';
import { issueLetter } from './issue-letter.ts';
import { presentLetterRow } from './letter.present.ts';
import { listLetterRecords } from './letter.store.ts';
import { listOverdue } from './list-overdue.ts';
import { previewLetter } from './preview-letter.ts';
import { withdrawLetter } from './withdraw-letter.ts';

export function letterRoutes() {
  return {
    overdue: os.letter.overdue
      .use(may('letter.read'))
      .handler(({ input, context: { deps } }) => listOverdue(deps, input)),
    preview: os.letter.preview.use(may('letter.issue')).handler(async ({ input, context: { deps } }) => {
      const { document, barred } = orRefuse(await previewLetter(deps, input));
      return { document, barred: presentRefusals(barred) };
    }),
    issue: os.letter.issue
      .use(may('letter.issue'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await issueLetter(deps, input))),
    list: os.letter.list.use(may('letter.read')).handler(async ({ input, context: { deps } }) => ({
      letters: (await inScope(deps, (tx) => listLetterRecords(tx, input))).map(presentLetterRow),
    })),
    withdraw: os.letter.withdraw
      .use(may('letter.issue'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await withdrawLetter(deps, input))),
  };
}
