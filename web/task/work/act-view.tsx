import type { WorkAct } from '#contract/task/work.ts';
import { MOST_DAYS_UNDERWAY } from '#domain/task/work/hand-in-day.ts';
import type { WorkDeed } from '#domain/task/work/work-act.ts';
import { dayOf, formatDay, formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { formatDeed, formatProgress } from './work-words.ts';

/** One act: what was done, by whom, when, and its words. */
export function ActView({ act }: { readonly act: WorkAct }) {
  const deed = act.body as unknown as WorkDeed;
  return (
    <>
      <div>
        <strong>{formatDeed(act.kind)}</strong>{' '}
        <span className="dim small">
          {[act.actor, act.agencyName].filter((part) => part !== null).join(', ')} ·{' '}
          {formatInstant(act.recordedAt)}
          {act.occurredOn === dayOf(act.recordedAt)
            ? null
            : ` · ${t('về ngày {day}', { day: formatDay(act.occurredOn) })}`}
        </span>
      </div>
      {'text' in deed && deed.text !== undefined ? <p className="said">{deed.text}</p> : null}
      <DeedFacts deed={deed} act={act} />
    </>
  );
}

function DeedFacts({ deed, act }: { readonly deed: WorkDeed; readonly act: WorkAct }) {
  const facts = listFacts(deed, act);
  return facts.length === 0 ? null : <p className="dim small said">{facts.join(' · ')}</p>;
}

function listFacts(deed: WorkDeed, act: WorkAct): readonly string[] {
  switch (deed.kind) {
    case 'report': {
      const progress = formatProgress({ amount: deed.amount ?? null, step: deed.step ?? null });
      return [
        ...(progress === '' ? [] : [progress]),
        ...(deed.nextOn === undefined ? [] : [t('báo tiếp ngày {day}', { day: formatDay(deed.nextOn) })]),
        ...(deed.blocker === null ? [t('hết vướng mắc')] : []),
        ...(deed.blocker == null
          ? []
          : [
              t('vướng từ {day}: {words}', {
                day: formatDay(deed.blocker.since),
                words: deed.blocker.words,
              }),
            ]),
      ];
    }
    case 'submit':
      return saysWhenWritten(deed, act);
    case 'ask-extension':
      return [t('xin đến {day}', { day: formatDay(deed.dueOn) })];
    case 'grant':
      return deed.dueOn === undefined ? [] : [t('đến {day}', { day: formatDay(deed.dueOn) })];
    case 'move-due':
      return [
        t('từ {from} sang {to}', {
          from: deed.from === null ? t('không có ngày') : formatDay(deed.from),
          to: deed.to === null ? t('không có ngày') : formatDay(deed.to),
        }),
      ];
    default:
      return [];
  }
}

/** What came later than it was written says so, and which of the two days counts. */
function saysWhenWritten(
  { writtenOn }: { readonly writtenOn?: string | undefined },
  { occurredOn, recordedAt }: WorkAct,
): readonly string[] {
  if (writtenOn === undefined || writtenOn === dayOf(recordedAt)) return [];
  const days = { written: formatDay(writtenOn), arrived: formatDay(dayOf(recordedAt)) };
  return [
    writtenOn === occurredOn
      ? t('viết khi mất mạng ngày {written}, đến ngày {arrived}: tính theo ngày viết', days)
      : t(
          'máy ghi ngày viết {written}, đến ngày {arrived}: tính theo ngày đến, vì ngày viết chỉ được tính khi đến trong {n} ngày làm việc và sau lần trả lại gần nhất',
          { ...days, n: MOST_DAYS_UNDERWAY },
        ),
  ];
}
