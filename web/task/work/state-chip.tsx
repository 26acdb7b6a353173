import type { DueRow } from '#contract/task/work.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import { formatFlag, formatFlagRemedy, formatProgress, formatState } from './work-words.ts';

/** Where an item stands: its state, how far it is, and what somebody has to look at. */
export function StateChips({ item }: { readonly item: DueRow }) {
  const progress = formatProgress(item);
  return (
    <span className="chips">
      <Chip tone={item.state === 'returned' ? 'warn' : item.state === 'submitted' ? 'accent' : 'plain'}>
        {formatState(item.state)}
      </Chip>
      {progress === '' ? null : <Chip>{progress}</Chip>}
      {item.asked === null ? null : (
        <Chip tone="accent">
          {item.asked === 'extension' ? t('Đã xin gia hạn') : t('Đã đề nghị không áp dụng')}
        </Chip>
      )}
      {item.blocker === null ? null : (
        <Chip tone="warn" title={item.blocker.words}>
          {t('Vướng từ {day}', { day: formatDay(item.blocker.since) })}
        </Chip>
      )}
      {item.silentSince === null ? null : (
        <Chip tone="warn">{t('Chưa báo từ {day}', { day: formatDay(item.silentSince) })}</Chip>
      )}
      {item.flags.map((flag) => (
        <Chip key={flag} tone="warn" title={formatFlagRemedy(flag)}>
          {formatFlag(flag)}
        </Chip>
      ))}
    </span>
  );
}
