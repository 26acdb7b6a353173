import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScheduleItem, TaskSchedule } from '#contract/plan/schedule.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { useAccess } from '../../session.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EnterDayForm, RemoveDayForm } from './day-forms.tsx';
import { formatDaysLeft, formatOrigin } from './schedule-words.ts';
import { WhyThisDay } from './why-this-day.tsx';

/** What of a task falls due when, each with why, and for the owner of the plan a way to give days. */
export function ScheduleItems({ task }: { readonly task: TaskSchedule }) {
  return (
    <ul className="due-list">
      {task.items.map((item) => (
        <li key={item.id}>
          <div className="due-head">
            <strong>{item.dueOn === null ? t('Chưa có ngày') : formatDay(item.dueOn)}</strong>
            <span>{item.label}</span>
            <Chip>{formatOrigin(item.origin)}</Chip>
            {item.workingDaysLeft === null ? null : (
              <span className="dim small">{formatDaysLeft(item.workingDaysLeft)}</span>
            )}
            {item.isAfterWhole ? <Chip tone="warn">{t('sau thời hạn của cả nhiệm vụ')}</Chip> : null}
            {item.isRestDay ? <Chip tone="warn">{t('rơi vào ngày nghỉ')}</Chip> : null}
            <ItemActs task={task} item={item} />
          </div>
          {item.author === null ? null : (
            <p className="dim small">
              {t('{name}, ngày {day}', { name: item.author, day: formatDay(item.recordedAt.slice(0, 10)) })}
            </p>
          )}
          <WhyThisDay derivation={item.derivation} />
        </li>
      ))}
    </ul>
  );
}

function ItemActs({ task, item }: { readonly task: TaskSchedule; readonly item: ScheduleItem }) {
  const [act, setAct] = useState<'enter' | 'remove'>();
  const { allowed } = useAccess('schedule.accept');
  const isGiven = item.origin !== 'document';
  if (!allowed || (!isGiven && item.dueOn !== null)) return null;
  const close = () => setAct(undefined);
  const what = { code: task.code, label: item.label };
  return (
    <span className="due-acts no-print">
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setAct('enter')}
        aria-label={
          item.dueOn === null ? t('Ấn định ngày: {code} {label}', what) : t('Đổi ngày: {code} {label}', what)
        }
      >
        {item.dueOn === null ? t('Ấn định ngày') : t('Đổi ngày')}
      </Button>
      {isGiven ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setAct('remove')}
          aria-label={t('Bỏ mốc: {code} {label}', what)}
        >
          {t('Bỏ mốc')}
        </Button>
      ) : null}
      <Dialog title={`${task.code}. ${item.label}`} isOpen={act === 'enter'} onClose={close}>
        <EnterDayForm task={task} item={item} onDone={close} />
      </Dialog>
      <Dialog title={t('Bỏ mốc: {code} {label}', what)} isOpen={act === 'remove'} onClose={close}>
        <RemoveDayForm item={item} onDone={close} />
      </Dialog>
    </span>
  );
}
