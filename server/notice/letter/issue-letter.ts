import { createHash } from 'node:crypto';
import type { LetterInput } from '#contract/notice/letter.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { checkLetter } from '#domain/notice/letter/check-letter.ts';
import { countTasks } from '#domain/notice/letter/letter-draft.ts';
import { officialNumber } from '#domain/notice/letter/letter-words.ts';
import { planUrgedNotices } from '#domain/notice/letter/plan-urged-notices.ts';
import { writeLetter } from '#domain/notice/letter/write-letter.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, actorName, type Deps, inScope, todayOf } from '../../deps.ts';
import { insertNotices } from '../notice.store.ts';
import { listStaff } from '../notice-facts.store.ts';
import { draftLetter, issuerOf } from './draft-letter.ts';
import { findLastNumber, findLetter, insertLetter, lockRegister } from './letter.store.ts';
import { writeLetterDocx } from './write-letter-docx.ts';

export interface IssuedLetter {
  readonly id: string;
  /** "05/SNV-CCHC". */
  readonly number: string;
}

/** Issues a letter: takes the next number of the register, or a later one given, and keeps the file as it was issued. */
export function issueLetter(
  deps: Deps,
  {
    id,
    number: given,
    ...input
  }: LetterInput & { readonly id: string; readonly number?: number | undefined },
): Promise<Result<IssuedLetter>> {
  const issuer = issuerOf(deps);
  return inScope(deps, async (tx) => {
    await lockRegister(tx, deps.provinceId, issuer.agencyId);
    const held = await findLetter(tx, id);
    if (held !== undefined)
      return held.person_id === actorId(deps)
        ? accept({ id, number: officialNumber(held.number, held.symbol) })
        : refuse(refusal('work-act-reused'));
    const year = Number(todayOf(deps).slice(0, 4));
    const last = await findLastNumber(tx, issuer.agencyId, year);
    const number = given ?? last + 1;
    if (number <= last) return refuse(refusal('letter-number-taken', { number, year, last, next: last + 1 }));
    const drafted = await draftLetter(tx, deps, input, number);
    if (!drafted.ok) return drafted;
    const draft = drafted.value;
    const barred = checkLetter(draft);
    if (barred.length > 0) return refuse(...barred);
    const letter = writeLetter(draft);
    const bytes = await writeLetterDocx(letter);
    await insertLetter(tx, deps.provinceId, {
      id,
      agencyId: issuer.agencyId,
      number,
      draft,
      subject: letter.head.subject,
      fileName: `${letter.name.replaceAll('/', '-')}.docx`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      personId: actorId(deps),
      actor: actorName(deps),
      recordedAt: deps.now().toString(),
    });
    const staff = { ...(await listStaff(tx, draft.day)), today: draft.day };
    await insertNotices(tx, planUrgedNotices({ id, number, draft }, staff), {
      provinceId: deps.provinceId,
      day: draft.day,
      now: deps.now(),
      newId: deps.newId,
    });
    const issued = { id, number: officialNumber(number, draft.symbol) };
    await appendAudit(tx, deps, {
      act: 'letter.issue',
      subject: { kind: 'letter', id, words: issued.number },
      after: {
        issuedOn: draft.day,
        askBy: draft.askBy,
        agency: draft.agencies.map(({ agencyName }) => agencyName),
        tasks: countTasks(draft.agencies),
      },
    });
    return accept(issued);
  });
}
