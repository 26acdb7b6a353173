import { foldEvents } from '#domain/agency/history/fold-events.ts';
import { LANG_SON_EVENTS } from '#domain/agency/history/lang-son.ts';
import type { Tx } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import {
  findRevision,
  insertEvents,
  lockAgencies,
  raiseRevision,
  saveLives,
} from './agency-history.store.ts';

/**
 * Gives a province its known history where it has none: at the first start, and at the first start after an upgrade
 * from a version that knew only the agencies themselves, whose ids stay. Answers whether there were no agencies.
 */
export async function seedAgencies(
  tx: Tx,
  { provinceId, now }: BaseDeps,
): Promise<{ readonly first: boolean }> {
  await lockAgencies(tx, provinceId);
  const held = await tx.selectFrom('agency').select('id').limit(1).executeTakeFirst();
  if ((await findRevision(tx)) === 0) {
    const lives = foldEvents(LANG_SON_EVENTS);
    if (!lives.ok) throw new Error(`the known history does not fold: ${JSON.stringify(lives.refusals)}`);
    await insertEvents(tx, provinceId, {
      events: LANG_SON_EVENTS,
      reformId: null,
      recordedAt: now().toString(),
    });
    await saveLives(tx, provinceId, lives.value);
    await raiseRevision(tx);
  }
  return { first: held === undefined };
}
