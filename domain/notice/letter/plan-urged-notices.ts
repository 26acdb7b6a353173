import { createDirectory, type Recipient, type Staff } from '../find-recipients.ts';
import { RECIPIENT_WORDS } from '../notice-words.ts';
import type { PlannedNotice } from '../plan-notices.ts';
import type { LetterDraft, OverdueAgency } from './letter-draft.ts';
import { officialDay, officialNumber } from './letter-words.ts';

export interface UrgingLetter {
  readonly id: string;
  readonly number: number;
  readonly draft: Pick<LetterDraft, 'symbol' | 'askBy' | 'agencies'>;
}

/**
 * Who of the agencies a letter urges is told of it: head and officers, each once a letter and agency, with the work
 * that is the longest overdue as what they are reminded of.
 */
export function planUrgedNotices(
  { id, number, draft }: UrgingLetter,
  staff: Staff,
): readonly PlannedNotice[] {
  const directory = createDirectory(staff);
  return draft.agencies.flatMap((agency) => {
    const { agencyId } = agency;
    const told = new Map<string, Recipient>();
    for (const recipient of [...directory.heads(agencyId), ...directory.holders(agencyId, null)])
      if (!told.has(recipient.personId)) told.set(recipient.personId, recipient);
    return [...told.values()].flatMap((recipient) => noticeOf({ id, number, draft }, agency, recipient));
  });
}

function noticeOf(
  { id, number, draft }: UrgingLetter,
  { agencyId, agencyName, tasks }: OverdueAgency,
  { personId, as, onBehalfOf }: Recipient,
): readonly PlannedNotice[] {
  const worst = tasks.toSorted((a, b) => b.daysLate - a.daysLate)[0];
  if (worst === undefined) return [];
  const stand = onBehalfOf === null ? '' : `, thay ${onBehalfOf}`;
  return [
    {
      rule: 'urged',
      personId,
      agencyId,
      subject: { kind: 'due-item', id: worst.dueItemId },
      occasion: id,
      group: 'late',
      words: `Công văn số ${officialNumber(number, draft.symbol)} đôn đốc ${tasks.length} việc quá hạn của ${agencyName}`,
      reason: `Yêu cầu hoàn thành chậm nhất ngày ${officialDay(draft.askBy)}; vì bạn ${RECIPIENT_WORDS[as]}${stand}`,
      link: `/don-doc?agency=${encodeURIComponent(agencyId)}`,
      actBy: draft.askBy,
    },
  ];
}
