import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { countTasks, type LetterDraft } from './letter-draft.ts';

/** Abbreviations of the issuer and of the unit that wrote it, joined by hyphens: "SNV-CCHC". */
const SYMBOL = /^[\p{Lu}\d]+(-[\p{Lu}\d]+)*$/u;

/** What stands in the way of issuing the letter, all at once; empty where nothing does. */
export function checkLetter(draft: LetterDraft): readonly Refusal[] {
  return [
    ...(countTasks(draft.agencies) === 0 ? [refusal('letter-empty')] : []),
    ...(SYMBOL.test(draft.symbol) ? [] : [refusal('letter-symbol', { symbol: draft.symbol })]),
    ...(draft.signer.name.trim() === '' || draft.signer.title.trim() === ''
      ? [refusal('letter-signer-missing')]
      : []),
    ...(draft.recipients.length === 0 ? [refusal('letter-recipients-missing')] : []),
    ...(draft.askBy <= draft.day ? [refusal('letter-ask-by-past')] : []),
  ];
}
