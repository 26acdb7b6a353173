import { actorId, type Deps, inScope } from '../deps.ts';
import { countUnread, markRead } from './notice.store.ts';

/** Ticks off reminders of whoever asks; those of others are not theirs to see, and are passed over. */
export function markOwnRead(deps: Deps, ids: readonly string[] | undefined): Promise<{ unread: number }> {
  return inScope(deps, async (tx) => {
    const personId = actorId(deps);
    if (personId === null) return { unread: 0 };
    await markRead(tx, personId, { ids: ids ?? null, now: deps.now().toString() });
    return { unread: await countUnread(tx, personId) };
  });
}
