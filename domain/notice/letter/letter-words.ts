import words from './data/letter-words.json' with { type: 'json' };
import type { EarlierLetter, PlanNamed } from './letter-draft.ts';

/** Working days an agency is given where the author names no other day. */
export const ASKED_WORKING_DAYS = words.askedWorkingDays;
/** "Nơi nhận" where the author writes no other. */
export const USUAL_RECIPIENTS: readonly string[] = words.recipients;

/** A sentence of the templates with its particulars. */
export function say(sentence: string, at: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(at[key] ?? ''));
}

/** NĐ 30/2020, annex I: days below 10 and the months 1 and 2 take a leading zero. */
export function officialDay(iso: string): string {
  const [year, month, day] = dayParts(iso);
  return `${day}/${month}/${year}`;
}

/** "Lạng Sơn, ngày 05 tháng 11 năm 2026". */
export function placeAndDate(place: string, iso: string): string {
  const [year, month, day] = dayParts(iso);
  return `${place}, ngày ${day} tháng ${month} năm ${year}`;
}

function dayParts(iso: string): readonly [string, string, string] {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [year, Number(month) <= 2 ? month : String(Number(month)), day];
}

/** Numbers below 10 take a leading zero: "05/SNV-CCHC". */
export function officialNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}

export function earlierWords({ number, symbol, issuedOn }: EarlierLetter): string {
  return say(words.earlier, { number: officialNumber(number, symbol), day: officialDay(issuedOn) });
}

/** A plan by its number, without its title. */
export function planShort({ number }: PlanNamed): string {
  return number === null ? words.planUnnumbered : say(words.planNumbered, { number });
}

/** A plan as a legal basis: number, day, issuer, title; what it does not say of itself is left out. */
export function planWhole(plan: PlanNamed): string {
  const numbered =
    plan.number === null
      ? words.planUnnumbered
      : plan.issuedOn === null
        ? say(words.planNumbered, { number: plan.number })
        : say(words.planNumberedDated, { number: plan.number, day: officialDay(plan.issuedOn) });
  const issuer = plan.issuer === null ? '' : say(words.planIssuer, { issuer: plan.issuer });
  return `${numbered}${issuer}${say(words.planTitle, { title: plan.title })}`;
}

/** "một, hai và ba" as official letters write it: "một; hai; ba". */
export function listed(items: readonly string[]): string {
  return [...new Set(items)].join('; ');
}

export function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let written = '';
  for (const [value, letters] of steps)
    while (left >= value) {
      written += letters;
      left -= value;
    }
  return written;
}
