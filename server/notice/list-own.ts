import type { OwnNotice } from '#contract/notice.ts';
import { actorId, type Deps, inScope } from '../deps.ts';
import { countUnread, listOwn, type OwnFilter } from './notice.store.ts';

/** The reminders of whoever asks, newest first. */
export function listOwnNotices(
  deps: Deps,
  filter: OwnFilter,
): Promise<{ total: number; unread: number; notices: OwnNotice[] }> {
  return inScope(deps, async (tx) => {
    const personId = actorId(deps);
    if (personId === null) return { total: 0, unread: 0, notices: [] };
    const { total, notices } = await listOwn(tx, personId, filter);
    return { total, unread: await countUnread(tx, personId), notices: [...notices] };
  });
}

export function countOwnUnread(deps: Deps): Promise<{ unread: number }> {
  return inScope(deps, async (tx) => {
    const personId = actorId(deps);
    return { unread: personId === null ? 0 : await countUnread(tx, personId) };
  });
}
