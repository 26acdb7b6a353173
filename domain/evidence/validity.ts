import { clean } from '../kernel/text.ts';
import type { ReadFact } from './document-facts.ts';

const FROM =
  /có (?:hiệu lực|giá trị)(?: thi hành)?(?: kể)? từ ngày\s*(?:(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*((?:19|20)\d{2}))/iu;
const TO =
  /(?:có (?:hiệu lực|giá trị)[^.;]{0,60}?đến(?: hết)?|hết (?:hiệu lực|hạn)(?: (?:kể )?từ)?|thời hạn(?: có hiệu lực)?[^.;]{0,40}?đến(?: hết)?)\s*ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*((?:19|20)\d{2})/iu;

/** From when and until when a document says it is in force; "from the day of signing" is its own date and not said here. */
export function readValidity(lines: readonly string[]): {
  readonly validFrom: ReadFact | undefined;
  readonly validTo: ReadFact | undefined;
} {
  const text = lines.map(clean).join('\n');
  return { validFrom: readDay(FROM.exec(text)), validTo: readDay(TO.exec(text)) };
}

function readDay(match: RegExpExecArray | null): ReadFact | undefined {
  if (match === null) return undefined;
  const [words, day = '', month = '', year = ''] = match;
  try {
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { value: Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString(), words: words.trim() };
  } catch {
    return undefined;
  }
}

/** Days before its last in which a document is said to end soon. */
const SOON_DAYS = 30;

export type Standing = 'unlimited' | 'valid' | 'ends-soon' | 'ended' | 'not-yet';

/** Whether a document is in force on a day; both its first and its last day are. */
export function judgeValidity(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  day: string,
): Standing {
  if (validFrom !== null && day < validFrom) return 'not-yet';
  if (validTo === null) return 'unlimited';
  if (day > validTo) return 'ended';
  const last = Temporal.PlainDate.from(validTo);
  return Temporal.PlainDate.from(day).until(last).days <= SOON_DAYS ? 'ends-soon' : 'valid';
}
