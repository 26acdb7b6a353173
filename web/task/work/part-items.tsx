import type { Part, PartItem } from '#contract/task/work.ts';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';
import { EvidenceSlot } from '../../evidence-slot.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Empty } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { useWaitingOf } from '../offline/use-write.ts';
import { WaitingEntryView } from '../offline/waiting-entry.tsx';
import { ActView } from './act-view.tsx';
import { DueDay } from './due-day.tsx';
import { ItemDeeds } from './item-deeds.tsx';
import { StateChips } from './state-chip.tsx';
import { formatDue, formatFlag, formatFlagRemedy, formatState } from './work-words.ts';

/** What falls due of the part, as a line of periods, and the one that is open before the reader. */
export function PartItems({ part }: { readonly part: Part }) {
  const [{ viec }, update] = useAddress<{ readonly viec?: string | undefined }>();
  const shown = part.items.find(({ id }) => id === viec) ?? firstToSee(part.items);
  if (shown === undefined)
    return (
      <Empty title={t('Phần việc này chưa có việc đến hạn')}>
        <span>
          {part.role === 'oversee'
            ? t('Cơ quan theo dõi xem và trao đổi; việc đến hạn nằm ở các cơ quan chủ trì và phối hợp.')
            : t('Chủ trì kế hoạch chưa chốt thời hạn của nhiệm vụ.')}
        </span>
      </Empty>
    );
  return (
    <section aria-labelledby="viec-den-han">
      <h2 id="viec-den-han" className="section-title">
        {t('Việc đến hạn')} ({formatNumber(part.items.length)})
      </h2>
      {part.items.length === 1 ? null : (
        <ol className="period-line">
          {part.items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="period"
                aria-current={item.id === shown.id ? 'true' : undefined}
                data-late={isLate(item)}
                onClick={() => update({ viec: item.id })}
              >
                <strong>{item.label}</strong>
                <span>{formatDue(item.dueOn)}</span>
                <span className="small">
                  {isLate(item) ? `${t('Quá hạn')} · ${formatState(item.state)}` : formatState(item.state)}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <ItemPanel key={shown.id} item={shown} part={part} />
    </section>
  );
}

function isLate({ state, workingDaysLeft }: PartItem): boolean {
  return OPEN_STATES.includes(state) && workingDaysLeft !== null && workingDaysLeft < 0;
}

/** What waits for the reader, then what is open and soonest, then the newest. */
function firstToSee(items: readonly PartItem[]): PartItem | undefined {
  return (
    items.find(({ may }) => may.review || may.decide) ??
    items.find(({ state }) => OPEN_STATES.includes(state)) ??
    items.at(-1)
  );
}

function ItemPanel({ item, part }: { readonly item: PartItem; readonly part: Part }) {
  const waiting = useWaitingOf(item.id);
  return (
    <div className="item-panel">
      <div className="item-head">
        <div>
          <h3 className="role-title">{item.label}</h3>
          <DueDay item={item} isOpen={OPEN_STATES.includes(item.state)} />
        </div>
        <div>
          <StateChips item={item} />
          {item.blocker === null ? null : (
            <p className="said">
              {t('Vướng mắc:')} {item.blocker.words}
            </p>
          )}
          {item.flags.map((flag) => (
            <p key={flag} className="said small">
              <strong>{formatFlag(flag)}.</strong> {formatFlagRemedy(flag)}
            </p>
          ))}
        </div>
      </div>
      {waiting.map((entry) => (
        <div key={entry.id} className="waiting-entry no-print">
          <WaitingEntryView entry={entry} />
        </div>
      ))}
      <ItemDeeds item={item} />
      <div className="no-print">
        <EvidenceSlot assignmentId={part.id} dueItemId={item.id} />
      </div>
      <h3 className="role-title">
        {t('Việc đã ghi')} ({formatNumber(item.acts.length)})
      </h3>
      {item.acts.length === 0 ? (
        <p className="dim">{t('Chưa có báo cáo')}</p>
      ) : (
        <ol className="plain act-list">
          {item.acts.map((act) => (
            <li key={act.id}>
              <ActView act={act} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
