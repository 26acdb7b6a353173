import type { Deadline } from './deadline.ts';

// Distances from an event: "chậm nhất 05 ngày làm việc trước ngày có hiệu lực", "trong vòng 10 ngày kể từ ngày ký".

const WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi lam': 15,
  'hai muoi': 20,
  'ba muoi': 30,
};
const NUMBER = '(\\d{1,3}|muoi lam|hai muoi|ba muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)';
const UNIT = '(ngay lam viec|ngay|tuan|thang|gio|nam)';
const AMOUNT = new RegExp(`(?<![\\d/.,])${NUMBER}\\s*(?:\\([^)]*\\)\\s*)?${UNIT}(?![a-z])`);

/** A deadline counted from an event, or undefined where the phrase counts none. */
export function findRelative(part: string, folded: string): Deadline | undefined {
  const amount = AMOUNT.exec(folded);
  if (amount === null) return undefined;
  const rest = folded.slice(amount.index + amount[0].length);
  const event =
    /^\s*,?\s*(truoc khi|truoc|sau khi|sau|ke tu khi|ke tu|tinh tu|tinh den|tu khi|tu)\s+(.+)$/.exec(rest);
  const ahead = folded.slice(0, amount.index);
  const before = /(?:^|\s)(truoc|sau)(?:\s+(?:it nhat|toi thieu|khoang))?\s*$/.exec(ahead);
  const within =
    /(?:trong vong|trong thoi han|trong thoi gian|cham nhat|khong qua|muon nhat|toi da|trong)\s*(?:la\s*)?$/.test(
      ahead,
    );
  const last =
    event === null && before === null && rest.trim() === ''
      ? /^(truoc|sau)(?: khi)?\s+(.+)$/.exec(ahead.trim())
      : null;
  if (event === null && before === null && !within && last === null) return undefined;
  // "báo cáo 6 tháng trước ngày 15/6": six months are what is reported on.
  if (/^(?:thang|nam)$/.test(amount[2] ?? '') && /^(?:ngay )?\d/.test(event?.[2] ?? '')) return undefined;
  if (event === null && /^\s*(?:dau|cuoi)/.test(rest)) return undefined;
  const n = WORDS[amount[1] ?? ''] ?? Number(amount[1]);
  const working = amount[2] === 'ngay lam viec';
  const direction =
    event?.[1]?.startsWith('truoc') ||
    event?.[1] === 'tinh den' ||
    before?.[1] === 'truoc' ||
    last?.[1] === 'truoc'
      ? 'before'
      : 'after';
  const anchorText =
    event?.[2] ?? (before === null ? '' : rest.replace(/^\s*(?:tinh den|so voi|ke tu|tu)?\s*/, ''));
  const anchor =
    last?.[2] !== undefined
      ? part.slice(ahead.trimEnd().length - last[2].length, ahead.trimEnd().length).trim()
      : anchorText === ''
        ? ''
        : part.slice(part.length - anchorText.length).trim();
  const unit = amount[2] === 'ngay' || working ? undefined : unitWords(amount[2] ?? '');
  return {
    kind: working ? 'relative_working_days' : 'relative_days',
    n,
    ...(unit === undefined ? {} : { unit }),
    direction,
    ...(anchor === '' ? {} : { anchor }),
  };
}

function unitWords(folded: string): string {
  return { tuan: 'tuần', thang: 'tháng', gio: 'giờ', nam: 'năm' }[folded] ?? folded;
}
