import type { LetterInput } from '#contract/notice/letter.ts';
import { nameOn, parentOn } from '#domain/agency/history/agency-life.ts';
import { countWorkingDays } from '#domain/calendar/count-working-days.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { gatherOverdue } from '#domain/notice/letter/gather-overdue.ts';
import type { LetterDraft } from '#domain/notice/letter/letter-draft.ts';
import { loadAgencies } from '../../agency/load-agencies.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { Tx } from '../../db/executor.ts';
import { type Deps, todayOf } from '../../deps.ts';
import { listDueRecords } from '../../task/work/due-row.store.ts';
import { findProvinceName, listUrgings } from './letter.store.ts';
import { loadOverdue } from './load-overdue.ts';

export interface Issuer {
  readonly agencyId: string;
  readonly agencyName: string;
}

/** The agency a letter is issued by: that of the post which allows it. */
export function issuerOf({ acting: { post } }: Deps): Issuer {
  if (post === null) throw new Error('a letter is issued by an agency, never by the system');
  return { agencyId: post.agencyId, agencyName: post.agencyName };
}

/** Puts together what a letter says. What was done since its author looked is told, and nothing left out unseen. */
export async function draftLetter(
  tx: Tx,
  deps: Deps,
  input: LetterInput,
  number: number | null,
): Promise<Result<LetterDraft>> {
  const today = todayOf(deps);
  const dueItemIds = [...new Set(input.dueItemIds)];
  const overdue = dueItemIds.length === 0 ? [] : await loadOverdue(tx, deps, { dueItemIds });
  const still = new Set(overdue.map(({ task }) => task.dueItemId));
  const done = dueItemIds.filter((id) => !still.has(id));
  if (done.length > 0) {
    const records = await listDueRecords(tx, { itemIds: done }, { today });
    return refuse(
      ...(records.length === 0
        ? [refusal('not-found', { what: 'việc này' })]
        : records.map((record) =>
            refusal('letter-work-done', {
              work: `${record.code} ${record.name}`,
              agency: record.agency_name,
            }),
          )),
    );
  }
  const issuer = issuerOf(deps);
  const { lives } = await loadAgencies(tx, deps);
  const life = lives.get(issuer.agencyId);
  const above = life === undefined ? null : parentOn(life, today);
  const superior = above === null ? undefined : lives.get(above);
  const calendar = await loadCalendar(tx);
  const urgings = await listUrgings(tx, dueItemIds);
  const earlier = new Map(
    urgings.map(({ letterId, number: of, symbol, issuedOn }) => [letterId, { number: of, symbol, issuedOn }]),
  );
  return accept({
    superior: superior === undefined ? null : nameOn(superior, today),
    issuer: issuer.agencyName,
    place: (await findProvinceName(tx, deps.provinceId)).name,
    symbol: input.symbol,
    number,
    day: today,
    agencies: gatherOverdue(overdue),
    askBy: input.askBy,
    askedWorkingDays: input.askBy > today ? countWorkingDays(calendar, today, input.askBy) : null,
    signer: input.signer,
    recipients: input.recipients,
    added: input.added === '' ? null : input.added,
    earlier: [...earlier.values()],
  });
}
