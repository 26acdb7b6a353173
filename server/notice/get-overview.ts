import type { NoticeOverview } from '#contract/notice.ts';
import { wholeProvince } from '../db/executor.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { listDigestDays, listDigestTroubles } from './digest.store.ts';
import { countEffect } from './notice.store.ts';
import type { NoticeParts } from './notice-parts.ts';

const DAYS_BACK = 30;

/**
 * What reminding came to lately. Only counts and addressees of letters that did not leave: an administrator, who sees
 * no figures, may read it too.
 */
export function getOverview(deps: Deps, { mailer }: NoticeParts): Promise<NoticeOverview> {
  const from = Temporal.PlainDate.from(todayOf(deps)).subtract({ days: DAYS_BACK }).toString();
  return inScope({ ...deps, scope: wholeProvince(deps.provinceId) }, async (tx) => ({
    mailIsConfigured: mailer.isConfigured,
    from,
    effects: [...(await countEffect(tx, from))],
    days: [...(await listDigestDays(tx, from))],
    troubles: [...(await listDigestTroubles(tx, from))],
  }));
}
