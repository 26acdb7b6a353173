import { Checkbox, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScheduleEvent, ScheduleItem, TaskSchedule } from '#contract/plan/schedule.ts';
import { api } from '../../api.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { ActForm } from '../../ui/act-form.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Loaded } from '../../ui/state.tsx';
import { type Offer, useDecide } from './schedule-queries.ts';

interface ReasonProps {
  readonly value: string;
  readonly isOptional?: boolean;
  readonly onWords: (words: string) => void;
}

function ReasonField({ value, isOptional = false, onWords }: ReasonProps) {
  return (
    <TextInput
      label={isOptional ? t('Lý do (không bắt buộc)') : t('Lý do')}
      value={value}
      maxLength={1000}
      onChange={(event) => onWords(event.currentTarget.value)}
    />
  );
}

/** Gives a day to an item, or adds a milestone where none is named. */
export function EnterDayForm({
  task,
  item,
  onDone,
}: {
  readonly task: TaskSchedule;
  readonly item?: ScheduleItem;
  readonly onDone: () => void;
}) {
  const queries = useQueryClient();
  const event = item?.event ?? undefined;
  const [isCounted, setCounted] = useState(
    event !== undefined && (event.on !== null || item?.dueOn === null),
  );
  const [dueOn, setDueOn] = useState<string | undefined>(item?.dueOn ?? undefined);
  const [eventOn, setEventOn] = useState<string | undefined>(event?.on ?? undefined);
  const [label, setLabel] = useState('');
  const [reason, setReason] = useState('');
  const day = isCounted ? eventOn : dueOn;
  const enter = useMutation({
    mutationFn: () =>
      api.schedule.enter({
        taskId: task.taskId,
        ...(item === undefined ? { label } : { itemId: item.id }),
        ...(isCounted ? { eventOn: day ?? '' } : { dueOn: day ?? '' }),
        reason,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const isReady = day !== undefined && reason.trim() !== '' && (item !== undefined || label.trim() !== '');
  return (
    <ActForm words={t('Lưu')} act={enter} isReady={isReady} onSubmit={() => enter.mutate()} onCancel={onDone}>
      <Text size="sm">{task.name}</Text>
      {item === undefined ? (
        <TextInput
          label={t('Tên mốc')}
          value={label}
          maxLength={200}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      ) : null}
      {event === undefined ? null : (
        <Checkbox
          label={t('Tính từ ngày của sự kiện: {event}', { event: event.words ?? t('ngày bắt đầu tính') })}
          checked={isCounted}
          onChange={(change) => setCounted(change.currentTarget.checked)}
        />
      )}
      {event !== undefined && isCounted ? (
        <EventDay event={event} on={eventOn} onChoose={setEventOn} />
      ) : (
        <DayField label={t('Ngày cuối cùng còn đúng hạn')} value={dueOn} onChoose={setDueOn} />
      )}
      <ReasonField value={reason} onWords={setReason} />
    </ActForm>
  );
}

/** The day of the event, and at once the day that follows from it with its reason. */
function EventDay({
  event: { n, unit, direction },
  on,
  onChoose,
}: {
  readonly event: ScheduleEvent;
  readonly on: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}) {
  const counted = useQuery({
    queryKey: ['calendar', 'count', on, n, unit, direction],
    queryFn: () => api.calendar.count({ from: on ?? '', n, unit, direction }),
    enabled: on !== undefined,
  });
  return (
    <>
      <DayField label={t('Ngày của sự kiện')} value={on} onChoose={onChoose} />
      {on === undefined ? null : (
        <Loaded query={counted}>
          {({ day, reason }) => (
            <Text size="sm" role="status">
              {t('Hạn là')} <strong>{formatDay(day)}</strong> <span lang="vi">({reason})</span>
            </Text>
          )}
        </Loaded>
      )}
    </>
  );
}

export function RemoveDayForm({
  item,
  onDone,
}: {
  readonly item: ScheduleItem;
  readonly onDone: () => void;
}) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const remove = useMutation({
    mutationFn: () => api.schedule.remove({ itemId: item.id, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm
      words={t('Bỏ mốc')}
      act={remove}
      isReady={reason.trim() !== ''}
      isDangerous
      onSubmit={() => remove.mutate()}
      onCancel={onDone}
    >
      <Text size="sm">
        {item.kind === 'whole'
          ? t('Nhiệm vụ lại chưa có ngày; những gì đã báo cáo được giữ.')
          : t('Các cơ quan không còn phải làm theo mốc này; những gì đã báo cáo được giữ.')}
      </Text>
      <ReasonField value={reason} onWords={setReason} />
    </ActForm>
  );
}

/** Accepts one proposal for another day. */
export function EditProposalForm({ offer, onDone }: { readonly offer: Offer; readonly onDone: () => void }) {
  const { proposal } = offer;
  const [dueOn, setDueOn] = useState<string | undefined>(proposal.dueOn);
  const [reason, setReason] = useState('');
  const decide = useDecide(onDone);
  const isSame = dueOn === proposal.dueOn;
  return (
    <ActForm
      words={t('Chấp nhận')}
      act={decide}
      isReady={dueOn !== undefined && (isSame || reason.trim() !== '')}
      onSubmit={() =>
        decide.mutate({
          decision: 'accept',
          offers: [offer],
          ...(isSame || dueOn === undefined ? {} : { given: { dueOn, reason } }),
        })
      }
      onCancel={onDone}
    >
      <Text size="sm">
        {t('Đề xuất: {day}. {reason}', { day: formatDay(proposal.dueOn), reason: proposal.reason })}
      </Text>
      <DayField label={t('Ngày cuối cùng còn đúng hạn')} value={dueOn} onChoose={setDueOn} />
      {isSame ? null : <ReasonField value={reason} onWords={setReason} />}
    </ActForm>
  );
}

/** Says what accepting or declining many means, before it is done. */
export function DecideManyForm({
  decision,
  offers,
  onDone,
}: {
  readonly decision: 'accept' | 'decline';
  readonly offers: readonly Offer[];
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const decide = useDecide(onDone);
  const past = offers.filter(({ proposal }) => proposal.workingDaysLeft < 0).length;
  const tasks = new Set(offers.map(({ task }) => task.taskId)).size;
  return (
    <ActForm
      words={decision === 'accept' ? t('Chấp nhận') : t('Không dùng')}
      act={decide}
      onSubmit={() => decide.mutate({ decision, offers, reason })}
      onCancel={onDone}
    >
      <Text size="sm">
        {decision === 'accept'
          ? t('{n} mốc của {tasks} nhiệm vụ trở thành việc đến hạn của cơ quan chủ trì.', {
              n: offers.length,
              tasks,
            })
          : t('{n} mốc của {tasks} nhiệm vụ không được dùng. Vẫn xem lại và chấp nhận sau được.', {
              n: offers.length,
              tasks,
            })}
      </Text>
      {decision === 'accept' && past > 0 ? (
        <Text size="sm" fw={600}>
          {t('{n} mốc đã qua ngày: chấp nhận thì quá hạn ngay.', { n: past })}
        </Text>
      ) : null}
      <ReasonField value={reason} isOptional onWords={setReason} />
    </ActForm>
  );
}
