import words from './data/letter-words.json' with { type: 'json' };
import form from './data/nd30-form.json' with { type: 'json' };
import type { LetterAnnex, LetterBlock, LetterDocument } from './letter-document.ts';
import { countTasks, type LetterDraft, worstOf } from './letter-draft.ts';
import { overdueTable, summaryTable } from './letter-tables.ts';
import {
  earlierWords,
  listed,
  officialDay,
  officialNumber,
  placeAndDate,
  planShort,
  planWhole,
  roman,
  say,
} from './letter-words.ts';

// The form of an official letter (công văn): NĐ 30/2020/NĐ-CP, annex I; the sentences are data. Which work is
// overdue, and by how many working days, is decided elsewhere and stands in the draft.

/** The letter in its official form. To one agency with little overdue the table stands in the body, else in annexes. */
export function writeLetter(draft: LetterDraft): LetterDocument {
  const { agencies } = draft;
  const numbered = draft.number === null ? null : officialNumber(draft.number, draft.symbol);
  const [only] = agencies;
  const body =
    agencies.length === 1 && only !== undefined ? bodyToOne(draft, only.agencyName) : bodyToMany(draft);
  return {
    name: numbered === null ? 'Dự thảo công văn đôn đốc' : `Công văn số ${numbered}`,
    head: {
      superior: shortened(draft.superior ?? '').toLocaleUpperCase('vi'),
      issuer: draft.issuer.toLocaleUpperCase('vi'),
      nation: form.nation.value,
      motto: form.motto.value,
      number: `Số: ${numbered ?? `      /${draft.symbol}`}`,
      subject: subjectOf(draft),
      placeAndDate:
        numbered === null
          ? `${draft.place}, ngày      tháng      năm ${draft.day.slice(0, 4)}`
          : placeAndDate(draft.place, draft.day),
    },
    addressees: { label: 'Kính gửi:', lines: addresseesOf(draft) },
    body: [
      paragraph(say(words.basis, { plans: listed(plansOf(draft).map(planWhole)), issuer: draft.issuer })),
      ...body,
    ],
    recipients: { label: 'Nơi nhận:', lines: draft.recipients },
    signature: {
      lines: [draft.signer.authority, draft.signer.title]
        .filter((line) => line !== null)
        .map((line) => line.toLocaleUpperCase('vi')),
      name: draft.signer.name,
    },
    annexes: annexesOf(draft),
  };
}

/** What the letter is about, as it stands under its number. */
export function subjectOf(draft: Pick<LetterDraft, 'agencies' | 'earlier'>): string {
  const plans = listed(plansOf(draft).map(planShort));
  const round = draft.earlier.length + 1;
  return round === 1 ? say(words.subject, { plans }) : say(words.subjectAgain, { plans, round });
}

function plansOf({ agencies }: Pick<LetterDraft, 'agencies'>) {
  const plans = agencies.flatMap(({ tasks }) => tasks.map(({ plan }) => plan));
  return [...new Map(plans.map((plan) => [plan.id, plan])).values()];
}

function addresseesOf({ agencies }: LetterDraft): readonly string[] {
  if (agencies.length > words.longestListOfAddressees) return [words.addresseesListed];
  return agencies.map(({ agencyName }) => agencyName);
}

function bodyToOne(draft: LetterDraft, agency: string): readonly LetterBlock[] {
  const [only] = draft.agencies;
  if (only === undefined) return [];
  const at = {
    day: officialDay(draft.day),
    agency,
    count: countOf(draft),
    worst: String(worstOf(draft.agencies)),
  };
  const found: readonly LetterBlock[] = isTableLong(draft)
    ? [paragraph(say(words.foundOneAnnex, at))]
    : [paragraph(say(words.foundOne, at)), overdueTable(only.tasks)];
  return [...found, ...askedOf(draft, agency)];
}

function bodyToMany(draft: LetterDraft): readonly LetterBlock[] {
  const at = {
    day: officialDay(draft.day),
    agencies: String(draft.agencies.length).padStart(2, '0'),
    count: countOf(draft),
    worst: String(worstOf(draft.agencies)),
  };
  const found: readonly LetterBlock[] = isListLong(draft)
    ? [paragraph(say(words.foundManyList, at))]
    : [paragraph(say(words.foundMany, at)), summaryTable(draft.agencies, annexName(1))];
  return [...found, ...askedOf(draft, words.theAgencies)];
}

function askedOf(draft: LetterDraft, agency: string): readonly LetterBlock[] {
  const { issuer, superior, askedWorkingDays } = draft;
  const askBy = officialDay(draft.askBy);
  const counted =
    askedWorkingDays === null ? '' : say(words.counted, { days: String(askedWorkingDays).padStart(2, '0') });
  return [
    ...(draft.earlier.length === 0
      ? []
      : [say(words.again, { issuer, earlier: listed(draft.earlier.map(earlierWords)) })]),
    say(words.asks, { issuer, agency }),
    say(words.asksFinish, { askBy, counted }),
    say(words.asksReason, { issuer }),
    ...(draft.added === null ? [] : [draft.added]),
    superior === null
      ? say(words.afterAlone, { askBy, issuer })
      : say(words.after, { askBy, issuer, superior: whoDecides(superior) }),
    say(words.close, { issuer, agency }),
  ].map(paragraph);
}

function annexesOf(draft: LetterDraft): readonly LetterAnnex[] {
  const attachment = attachmentOf(draft);
  const [only] = draft.agencies;
  if (draft.agencies.length === 1 && only !== undefined)
    return isTableLong(draft)
      ? [
          {
            heading: words.annexOne,
            title: say(words.annexTitle, { agency: only.agencyName }),
            attachment,
            table: overdueTable(only.tasks),
          },
        ]
      : [];
  const first = isListLong(draft) ? 2 : 1;
  const list: readonly LetterAnnex[] = isListLong(draft)
    ? [
        {
          heading: headingOf(1),
          title: words.listTitle,
          attachment,
          table: summaryTable(draft.agencies, annexName(first)),
        },
      ]
    : [];
  return [
    ...list,
    ...draft.agencies.map(({ agencyName, tasks }, at) => ({
      heading: headingOf(at + first),
      title: say(words.annexTitle, { agency: agencyName }),
      attachment,
      table: overdueTable(tasks),
    })),
  ];
}

/** A committee decides by its chairman. */
function whoDecides(superior: string): string {
  return /^(UBND|Ủy ban nhân dân) /i.test(superior) ? `Chủ tịch ${superior}` : superior;
}

/** As heads of letters write it, so that it stands on one line. */
function shortened(agency: string): string {
  return agency.replace(/^Ủy ban nhân dân(?= )/i, 'UBND');
}

function attachmentOf({ number, symbol, day, issuer }: LetterDraft): string {
  return number === null
    ? say(words.annexAttachmentDraft, { symbol, year: day.slice(0, 4), issuer })
    : say(words.annexAttachment, { number: officialNumber(number, symbol), day: officialDay(day), issuer });
}

function isTableLong({ agencies }: LetterDraft): boolean {
  return countTasks(agencies) > words.longestTableInBody;
}

function isListLong({ agencies }: LetterDraft): boolean {
  return agencies.length > words.longestListOfAddressees;
}

function countOf({ agencies }: LetterDraft): string {
  return String(countTasks(agencies)).padStart(2, '0');
}

function headingOf(n: number): string {
  return say(words.annexNumbered, { roman: roman(n) });
}

function annexName(first: number): (at: number) => string {
  return (at) => `Phụ lục ${roman(at + first)}`;
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text };
}
