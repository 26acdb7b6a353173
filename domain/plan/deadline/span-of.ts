import type { Span, SpanUnit } from '../../calendar/compute-deadline.ts';
import type { Deadline } from './deadline.ts';

const UNITS: Readonly<Record<string, SpanUnit>> = { tuần: 'week', tháng: 'month', năm: 'year' };

/**
 * The distance a relative deadline names, to be counted once the day of its event is known; undefined where it names
 * none in days: "sau khi Nghị quyết được thông qua", "24 giờ".
 */
export function spanOf({ kind, n, unit, direction = 'after', anchor }: Deadline): Span | undefined {
  if (n === undefined || (kind !== 'relative_days' && kind !== 'relative_working_days')) return undefined;
  const counted = kind === 'relative_working_days' ? 'working-day' : unit === undefined ? 'day' : UNITS[unit];
  if (counted === undefined) return undefined;
  return {
    n,
    unit: counted,
    direction,
    ...(anchor === undefined ? {} : { anchorWords: asDay(anchor) }),
  };
}

/** "kỳ họp HĐND tỉnh" happens on a day: "ngày kỳ họp HĐND tỉnh". */
function asDay(anchor: string): string {
  return /^(?:ngày|thời điểm)\s/iu.test(anchor) ? anchor : `ngày ${anchor}`;
}
