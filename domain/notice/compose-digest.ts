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
  groups: { late: 'Quá hạn', due: 'Đến hạn', waiting: 'Đang chờ bạn', mention: 'Được nhắc tên' },
  subject: (day: string, counts: string) => `Đôn Đốc ${day}: ${counts}`,
  greeting: (name: string) => `Chào ${name},`,
  opening: (day: string, counts: string) => `Ngày ${day}, việc của bạn: ${counts}.`,
  more: (count: number) => `và ${count} việc nữa`,
  all: 'Xem tất cả lời nhắc',
  settings: 'Chọn lúc nhận thư và mức nhận thư ở trang này.',
} as const;

/** One letter a day with everything to be reminded of, as plain text and as HTML without pictures. */
export function composeDigest({ name, day, lines, publicUrl, longest = LONGEST }: DigestFacts): Digest {
  const groups = NOTICE_GROUPS.map((group) => ({
    group,
    title: WORDS.groups[group],
    lines: lines.filter((line) => line.group === group),
  })).filter((group) => group.lines.length > 0);
  const counts = groups.map(({ title, lines: held }) => `${held.length} ${title.toLowerCase()}`).join(', ');
  const date = formatDay(day);
  const all = `${publicUrl}/nhac-viec`;
  const text = [
    WORDS.greeting(name),
    WORDS.opening(date, counts),
    ...groups.map(({ group, title, lines: held }) =>
      [
        `${title.toUpperCase()} (${held.length})`,
        ...held
          .slice(0, longest)
          .map(({ words: what, reason, link }) => `- ${what}\n  ${reason}\n  ${publicUrl}${link}`),
        ...(held.length > longest ? [`- ${WORDS.more(held.length - longest)}: ${all}?nhom=${group}`] : []),
      ].join('\n'),
    ),
    `${WORDS.all}: ${all}\n${WORDS.settings}`,
  ].join('\n\n');
  const subject = WORDS.subject(date, counts);
  const html = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 0 auto; padding: 1em">
<p>${escapeHtml(WORDS.greeting(name))}</p>
<p>${escapeHtml(WORDS.opening(date, counts))}</p>
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
  )}${held.length > longest ? `\n<li><a href="${escapeHtml(`${all}?nhom=${group}`)}">${WORDS.more(held.length - longest)}</a></li>` : ''}
</ul>`,
  )
  .join('\n')}
<p style="margin-top: 1.5em"><a href="${escapeHtml(all)}">${WORDS.all}</a><br><span style="color: #555">${WORDS.settings}</span></p>
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
