import type { WorkAct } from '#contract/task/work.ts';
import type { WorkDeed } from '#domain/task/work/work-act.ts';
import { formatDay, formatInstant } from '../../i18n/format.ts';
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
          {act.recordedAt.startsWith(act.occurredOn)
            ? null
            : ` · ${t('về ngày {day}', { day: formatDay(act.occurredOn) })}`}
        </span>
      </div>
      {'text' in deed && deed.text !== undefined ? <p className="said">{deed.text}</p> : null}
      <DeedFacts deed={deed} />
    </>
  );
}

function DeedFacts({ deed }: { readonly deed: WorkDeed }) {
  const facts = listFacts(deed);
  return facts.length === 0 ? null : <p className="dim small said">{facts.join(' · ')}</p>;
}

function listFacts(deed: WorkDeed): readonly string[] {
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
