import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { countTasks, type LetterDraft } from './letter-draft.ts';

/** What stands in the way of issuing the letter, all at once; empty where nothing does. */
export function checkLetter(draft: LetterDraft): readonly Refusal[] {
  return [
    ...(draft.agencies.length === 0 || countTasks(draft.agencies) === 0 ? [refusal('letter-empty')] : []),
    ...draft.agencies
      .filter(({ tasks }) => tasks.length === 0)
      .map(({ agencyName }) => refusal('letter-agency-done', { agency: agencyName })),
    ...(draft.signer.name.trim() === '' || draft.signer.title.trim() === ''
      ? [refusal('letter-signer-missing')]
      : []),
    ...(draft.recipients.length === 0 ? [refusal('letter-recipients-missing')] : []),
    ...(draft.askBy <= draft.day ? [refusal('letter-ask-by-past')] : []),
  ];
}
