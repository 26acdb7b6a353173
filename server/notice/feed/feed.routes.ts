import { actorId, inScope } from '../../deps.ts';
import { may, os } from '../../guard.ts';
import { orRefuse } from '../../http/refused.ts';
import { createFeed } from './create-feed.ts';
import { presentFeed } from './feed.present.ts';
import { listFeeds } from './feed.store.ts';
import { revokeFeed } from './revoke-feed.ts';

export function feedRoutes() {
  return {
    list: os.feed.list.use(may('feed.own')).handler(async ({ context: { deps } }) => ({
      feeds: (await inScope(deps, (tx) => listFeeds(tx, actorId(deps) ?? ''))).map(presentFeed),
    })),
    create: os.feed.create
      .use(may('feed.own'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await createFeed(deps, input))),
    revoke: os.feed.revoke
      .use(may('feed.own'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await revokeFeed(deps, input.feedId))),
  };
}
