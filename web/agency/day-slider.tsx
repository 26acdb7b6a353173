import type { CSSProperties } from 'react';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import type { ChangeDay } from './agency-queries.ts';
import { dayBefore } from './agency-words.ts';

interface DaySliderProps {
  readonly days: readonly ChangeDay[];
  readonly on: string;
  readonly onChoose: (day: string) => void;
}

/** Through the days on which something changes: drag, arrow keys, or choose one of them. */
export function DaySlider({ days, on, onChoose }: DaySliderProps) {
  const [first] = days;
  if (first === undefined) return null;
  const stops = [
    { day: dayBefore(first.day), since: null, label: t('Trước {day}', { day: formatDay(first.day) }) },
    ...days.map((since) => ({ day: since.day, since, label: formatDay(since.day) })),
  ];
  const at = Math.max(
    0,
    stops.findLastIndex(({ since }) => since !== null && since.day <= on),
  );
  const stop = stops[at];
  const style = { '--stops': stops.length } as CSSProperties;
  return (
    <fieldset className="day-slider no-print" aria-label={t('Các mốc thay đổi')} style={style}>
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        aria-label={t('Kéo đến mốc thay đổi')}
        aria-valuetext={stop === undefined ? '' : describe(stop.label, stop.since)}
        onChange={(event) => {
          const chosen = stops[Number(event.currentTarget.value)];
          if (chosen !== undefined) onChoose(chosen.day);
        }}
      />
      <ol className="day-stops">
        {stops.map(({ day, since, label }, index) => (
          <li key={day}>
            <button
              type="button"
              className="day-stop"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => onChoose(day)}
              title={since?.words}
            >
              <strong>{label}</strong>
              <span className="dim small">{since === null ? t('tổ chức ban đầu') : countWords(since)}</span>
            </button>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function describe(label: string, since: ChangeDay | null): string {
  return since === null ? label : `${label}: ${countWords(since)}`;
}

/** What changed on a day, counted: "6 mới, 9 kết thúc". */
function countWords({ founded, ended, other }: ChangeDay): string {
  const parts = [
    ...(founded > 0 ? [t('{n} mới', { n: formatNumber(founded) })] : []),
    ...(ended > 0 ? [t('{n} kết thúc', { n: formatNumber(ended) })] : []),
    ...(other > 0 ? [t('{n} thay đổi khác', { n: formatNumber(other) })] : []),
  ];
  return parts.length === 0 ? t('tổ chức lại') : parts.join(', ');
}
