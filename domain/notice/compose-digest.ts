import { formatDay } from '../access/format-days.ts';
import { NOTICE_GROUPS, type NoticeGroup } from './notice-rule.ts';

export interface DigestLine {
  readonly group: NoticeGroup;
  readonly words: string;
  readonly reason: string;
  readonly link: string;
}

export interface DigestFacts {
  readonly name: string;
  /** ISO date. */
  readonly day: string;
  readonly lines: readonly DigestLine[];
  /** Where the product is reached, without a slash at its end. */
  readonly publicUrl: string;
  readonly language: 'vi' | 'en';
  /** Lines shown of each group; the rest is counted, with a link. */
  readonly longest?: number;
}

export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST = 20;
const WORDS = {
  vi: {
    groups: { late: 'Quá hạn', due: 'Đến hạn', waiting: 'Đang chờ bạn', mention: 'Được nhắc tên' },
    subject: (day: string, counts: string) => `Đôn Đốc ${day}: ${counts}`,
    greeting: (name: string) => `Chào ${name},`,
    opening: (day: string, counts: string) => `Ngày ${day}, việc của bạn: ${counts}.`,
    more: (count: number) => `và ${count} việc nữa`,
    all: 'Xem tất cả lời nhắc',
    settings: 'Chọn lúc nhận thư và mức nhận thư ở trang này.',
  },
  en: {
    groups: { late: 'Overdue', due: 'Due', waiting: 'Waiting for you', mention: 'Mentions' },
    subject: (day: string, counts: string) => `Đôn Đốc ${day}: ${counts}`,
    greeting: (name: string) => `Dear ${name},`,
    opening: (day: string, counts: string) => `Your work on ${day}: ${counts}.`,
    more: (count: number) => `and ${count} more`,
    all: 'See all reminders',
    settings: 'Choose how often and when letters come on that page.',
  },
} as const;

/** One letter a day with everything to be reminded of, as plain text and as HTML without pictures. */
export function composeDigest({
  name,
  day,
  lines,
  publicUrl,
  language,
  longest = LONGEST,
}: DigestFacts): Digest {
  const words = WORDS[language];
  const groups = NOTICE_GROUPS.map((group) => ({
    group,
    title: words.groups[group],
    lines: lines.filter((line) => line.group === group),
  })).filter((group) => group.lines.length > 0);
  const counts = groups.map(({ title, lines: held }) => `${held.length} ${title.toLowerCase()}`).join(', ');
  const date = formatDay(day);
  const all = `${publicUrl}/nhac-viec`;
  const text = [
    words.greeting(name),
    words.opening(date, counts),
    ...groups.map(({ group, title, lines: held }) =>
      [
        `${title.toUpperCase()} (${held.length})`,
        ...held
          .slice(0, longest)
          .map(({ words: what, reason, link }) => `- ${what}\n  ${reason}\n  ${publicUrl}${link}`),
        ...(held.length > longest ? [`- ${words.more(held.length - longest)}: ${all}?nhom=${group}`] : []),
      ].join('\n'),
    ),
    `${words.all}: ${all}\n${words.settings}`,
  ].join('\n\n');
  const subject = words.subject(date, counts);
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 0 auto; padding: 1em">
<p>${escapeHtml(words.greeting(name))}</p>
<p>${escapeHtml(words.opening(date, counts))}</p>
${groups
  .map(
    ({
      group,
      title,
      lines: held,
    }) => `<h2 style="font-size: 18px; margin: 1.2em 0 0.4em${group === 'late' ? '; color: #a61e1e' : ''}">${title} (${held.length})</h2>
<ul style="padding-left: 1.2em; margin: 0">
${held
  .slice(0, longest)
  .map(
    ({ words: what, reason, link }) =>
      `<li style="margin-bottom: 0.6em"><a href="${escapeHtml(publicUrl + link)}">${escapeHtml(what)}</a><br><span style="color: #555">${escapeHtml(reason)}</span></li>`,
  )
  .join(
    '\n',
  )}${held.length > longest ? `\n<li><a href="${escapeHtml(`${all}?nhom=${group}`)}">${words.more(held.length - longest)}</a></li>` : ''}
</ul>`,
  )
  .join('\n')}
<p style="margin-top: 1.5em"><a href="${escapeHtml(all)}">${words.all}</a><br><span style="color: #555">${words.settings}</span></p>
</body></html>
`;
  return { subject, text: `${text}\n`, html };
}

function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
