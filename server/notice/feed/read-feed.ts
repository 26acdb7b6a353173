import { reachOf } from '#domain/access/actor.ts';
import { decideAccess } from '#domain/access/decide-access.ts';
import type { DeadlineCalendar } from '#domain/notice/feed/write-calendar.ts';
import { findActorOfPerson } from '../../access/find-signed-in.ts';
import { sha256 } from '../../audit/sha256.ts';
import { type Tx, wholeProvince, withScope } from '../../db/executor.ts';
import { type BaseDeps, todayOf } from '../../deps.ts';
import { type DueRecord, listDueRecords } from '../../task/work/due-row.store.ts';
import { presentDeadline } from './feed.present.ts';
import { listChangeTimes, readFeedRow } from './feed.store.ts';

export interface FeedAsked {
  readonly base: BaseDeps;
  /** Whether the invented people of a demonstration are known here. */
  readonly demo: boolean;
  readonly secret: string;
  /** Where pages of the product are reached: "https://dondoc.langson.gov.vn". */
  readonly origin: string;
}

/**
 * The deadlines a link shows: what its maker may see today, by the posts they hold today. Undefined where the link
 * is none, was revoked, or its maker may not see that agency any more.
 */
export async function readFeed({
  base,
  demo,
  secret,
  origin,
}: FeedAsked): Promise<DeadlineCalendar | undefined> {
  const at = base.now().toString();
  const feed = await withScope(base.db, wholeProvince(base.provinceId), (tx) =>
    readFeedRow(tx, { digest: sha256(secret), at }),
  );
  if (feed === undefined) return undefined;
  const actor = await findActorOfPerson({ base, demo }, feed.person_id);
  if (actor === undefined) return undefined;
  const subject = feed.agency_id === null ? {} : { agencyIds: [feed.agency_id] };
  if (!decideAccess(actor, 'assignment.read', subject).allowed) return undefined;
  const scope = { provinceId: base.provinceId, ...reachOf(actor), personId: actor.personId };
  return withScope(base.db, scope, async (tx) => {
    const today = todayOf(base);
    const records =
      feed.agency_id === null
        ? await listOwn(tx, actor, today)
        : await listDueRecords(tx, { agencyIds: [feed.agency_id] }, { today });
    const changes = await listChangeTimes(
      tx,
      records.map(({ id }) => id),
    );
    const name =
      feed.agency_id === null ? `Việc của ${actor.name}` : `Việc của ${records[0]?.agency_name ?? ''}`;
    return {
      name: `${name.trim()} – Đôn Đốc`,
      events: records.flatMap((record) =>
        presentDeadline(record, { origin, changedAt: changes.get(record.id) ?? at }),
      ),
    };
  });
}

/** What the agencies of a person have to do, but for what another person holds. */
async function listOwn(
  tx: Tx,
  { personId, posts }: NonNullable<Awaited<ReturnType<typeof findActorOfPerson>>>,
  today: string,
): Promise<readonly DueRecord[]> {
  const agencyIds = posts
    .filter(({ role }) => role === 'head' || role === 'officer' || role === 'owner')
    .flatMap((post) => post.agencyIds);
  if (agencyIds.length === 0) return [];
  const records = await listDueRecords(tx, { agencyIds }, { today });
  return records.filter(({ holder_id }) => holder_id === null || holder_id === personId);
}
