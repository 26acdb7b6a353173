import { may, os } from '../../guard.ts';
import { orRefuse } from '../../http/refused.ts';
import { actOnItem } from './act-on-item.ts';
import { addComment } from './add-comment.ts';
import { getPart } from './get-part.ts';
import { listBlockers } from './list-blockers.ts';
import { listChanges } from './list-changes.ts';
import { listMine } from './list-mine.ts';
import { listToReview } from './list-to-review.ts';

export function workRoutes() {
  return {
    report: os.work.report
      .use(may('work.report'))
      .handler(async ({ input: { dueItemId, id, seen, occurredOn, ...said }, context: { deps } }) =>
        orRefuse(await actOnItem(deps, { dueItemId, id, seen, occurredOn }, { kind: 'report', ...said })),
      ),
    submit: os.work.submit
      .use(may('work.report'))
      .handler(async ({ input: { text, writtenOn, ...input }, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'submit', text, writtenOn })),
      ),
    takeBack: os.work.takeBack
      .use(may('work.report'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'take-back' })),
      ),
    accept: os.work.accept
      .use(may('work.review'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'accept', text: input.text })),
      ),
    return: os.work.return
      .use(may('work.review'))
      .handler(async ({ input: { text, reasonCode, ...input }, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'return', text, reasonCode })),
      ),
    close: os.work.close
      .use(may('work.close'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'close', text: input.text })),
      ),
    reopen: os.work.reopen
      .use(may('work.close'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'reopen', text: input.text })),
      ),
    askNotApplicable: os.work.askNotApplicable
      .use(may('work.report'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'ask-not-applicable', text: input.text })),
      ),
    askExtension: os.work.askExtension
      .use(may('work.report'))
      .handler(async ({ input: { text, dueOn, ...input }, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'ask-extension', text, dueOn })),
      ),
    grant: os.work.grant
      .use(may('work.review'))
      .handler(async ({ input: { text, dueOn, ...input }, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'grant', text, dueOn })),
      ),
    refuse: os.work.refuse
      .use(may('work.review'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await actOnItem(deps, input, { kind: 'refuse', text: input.text })),
      ),
    part: os.work.part
      .use(may('assignment.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getPart(deps, input.assignmentId))),
    mine: os.work.mine.use(may('assignment.read')).handler(({ context: { deps } }) => listMine(deps)),
    toReview: os.work.toReview
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => listToReview(deps, input)),
    changes: os.work.changes
      .use(may('assignment.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await listChanges(deps, input))),
    blockers: os.work.blockers
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => listBlockers(deps, input)),
    comment: os.work.comment
      .use(may('work.comment'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await addComment(deps, input))),
  };
}
