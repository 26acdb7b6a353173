/** One deadline in a calendar. */
export interface DeadlineEvent {
  /** The same for the same work, however it changes: a calendar program knows it again by this. */
  readonly id: string;
  /** ISO date. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Counts what was done to it; a program takes the higher one for the newer. */
  readonly sequence: number;
  /** ISO instant of the last change. */
  readonly changedAt: string;
}

export interface DeadlineCalendar {
  readonly name: string;
  readonly events: readonly DeadlineEvent[];
}

/** How often a program is asked to look again. */
const REFRESH = 'PT4H';

/** Deadlines as RFC 5545 has them: days without a clock, that block no time. */
export function writeCalendar({ name, events }: DeadlineCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Don Doc//Deadlines//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The name by RFC 7986, and as older programs read it.
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: DeadlineEvent): readonly string[] {
  const changed = compact(event.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@don-doc`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${Temporal.PlainDate.from(event.day).add({ days: 1 }).toString().replaceAll('-', '')}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** "2026-07-20T02:00:00.123Z" as "20260720T020000Z". */
function compact(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Text of RFC 5545, 3.3.11: no control characters but the end of a line, which is written as \n. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll('\n', '\\n')
  );
}

const LONGEST = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets; the rest goes on after a space, and no letter is cut in two. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LONGEST) {
      parts.push(part);
      part = '';
      // the space the next line begins with
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** Octets of one letter in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
