import { actorId, type Deps, inScope } from '../../deps.ts';
import { listUnanswered as findUnanswered, type UnansweredComment } from '../work/comment.store.ts';

/** What somebody said to the person who asks, or to an agency they have a post in, and which they have not answered. */
export function listUnanswered(deps: Deps): Promise<UnansweredComment[]> {
  const personId = actorId(deps);
  if (personId === null) return Promise.resolve([]);
  const agencyIds = (deps.acting.actor?.posts ?? []).flatMap((post) => [...post.agencyIds]);
  return inScope(deps, async (tx) => [...(await findUnanswered(tx, { personId, agencyIds }))]);
}
