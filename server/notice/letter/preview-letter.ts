import type { LetterDocument, LetterInput } from '#contract/notice/letter.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { checkLetter } from '#domain/notice/letter/check-letter.ts';
import { writeLetter } from '#domain/notice/letter/write-letter.ts';
import { type Deps, inScope } from '../../deps.ts';
import { draftLetter } from './draft-letter.ts';
import { presentLetter } from './letter.present.ts';

/** The letter as it would be issued, and what still stands in its way. Nothing is stored. */
export function previewLetter(
  deps: Deps,
  input: LetterInput,
): Promise<Result<{ readonly document: LetterDocument; readonly barred: readonly Refusal[] }>> {
  return inScope(deps, async (tx) => {
    const drafted = await draftLetter(tx, deps, input, null);
    if (!drafted.ok) return drafted;
    return accept({
      document: presentLetter(writeLetter(drafted.value)),
      barred: checkLetter(drafted.value),
    });
  });
}
