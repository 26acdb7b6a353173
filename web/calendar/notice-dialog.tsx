import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarNotice, MovedDeadline, NoticeInput } from '#contract/calendar.ts';
import { api } from '../api.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { ActForm } from '../ui/act-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface DraftDay {
  readonly key: number;
  readonly day: string | undefined;
  readonly effect: 'off' | 'work';
  readonly words: string;
}

/** Enters a notice, or takes one back: what it moves is shown before anything is stored. */
export function NoticeDialog({
  withdraws,
  onClose,
}: {
  readonly withdraws: CalendarNotice | undefined;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [words, setWords] = useState(
    withdraws === undefined ? '' : t('Thu hồi: {notice}', { notice: withdraws.words }),
  );
  const [source, setSource] = useState('');
  const [knownFrom, setKnownFrom] = useState<string>();
  const [verified, setVerified] = useState(false);
  const [completes, setCompletes] = useState(false);
  const [days, setDays] = useState<readonly DraftDay[]>(
    withdraws === undefined ? [{ key: 0, day: undefined, effect: 'off', words: '' }] : [],
  );
  const given = days.flatMap(({ day, effect, words: why }) =>
    day === undefined || why.trim() === '' ? [] : [{ day, effect, words: why }],
  );
  const year = given[0] === undefined ? undefined : Number(given[0].day.slice(0, 4));
  const input: NoticeInput = {
    words,
    source,
    knownFrom: knownFrom ?? '',
    verified,
    days: given,
    ...(completes && year !== undefined ? { completesYear: year } : {}),
    ...(withdraws === undefined ? {} : { withdraws: withdraws.id }),
  };
  const preview = useMutation({ mutationFn: () => api.calendar.preview(input) });
  const record = useMutation({
    mutationFn: () => api.calendar.record(input),
    onSuccess: () => {
      void queries.invalidateQueries();
      onClose();
    },
  });
  const isReady =
    words.trim() !== '' && source.trim() !== '' && knownFrom !== undefined && given.length === days.length;
  const change = (work: () => void) => {
    work();
    preview.reset();
  };
  return (
    <Dialog
      title={withdraws === undefined ? t('Ghi thông báo về ngày làm việc') : t('Thu hồi thông báo')}
      isOpen
      onClose={onClose}
      size="xl"
    >
      <ActForm
        words={preview.data === undefined ? t('Xem thời hạn sẽ chuyển') : t('Ghi thông báo')}
        act={preview.data === undefined ? preview : record}
        isReady={isReady}
        onSubmit={() => (preview.data === undefined ? preview.mutate() : record.mutate())}
        onCancel={onClose}
      >
        <TextInput
          label={t('Thông báo nói gì')}
          value={words}
          onChange={(event) => change(() => setWords(event.currentTarget.value))}
        />
        <TextInput
          label={t('Văn bản (số, ký hiệu, ngày)')}
          value={source}
          onChange={(event) => change(() => setSource(event.currentTarget.value))}
        />
        <DayField
          label={t('Ngày văn bản')}
          value={knownFrom}
          onChoose={(day) => change(() => setKnownFrom(day))}
        />
        <DayRows days={days} onDays={(changed) => change(() => setDays(changed))} />
        <Checkbox
          label={t('Đã đối chiếu văn bản gốc')}
          checked={verified}
          onChange={(event) => setVerified(event.currentTarget.checked)}
        />
        {withdraws === undefined && year !== undefined ? (
          <Checkbox
            label={t('Thông báo này nêu đủ ngày nghỉ của năm {year}', { year: String(year) })}
            checked={completes}
            onChange={(event) => setCompletes(event.currentTarget.checked)}
          />
        ) : null}
        {preview.data === undefined ? null : <Moved moved={preview.data.moved} />}
      </ActForm>
    </Dialog>
  );
}

function DayRows({
  days,
  onDays,
}: {
  readonly days: readonly DraftDay[];
  readonly onDays: (days: readonly DraftDay[]) => void;
}) {
  const update = (key: number, over: Partial<DraftDay>) =>
    onDays(days.map((day) => (day.key === key ? { ...day, ...over } : day)));
  const next = Math.max(0, ...days.map(({ key }) => key)) + 1;
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('Các ngày')}</legend>
      <Stack gap="xs">
        {days.map(({ key, day, effect, words }) => (
          <Group key={key} align="flex-end" gap="xs">
            <DayField label={t('Ngày')} value={day} onChoose={(chosen) => update(key, { day: chosen })} />
            <Select
              label={t('Áp dụng')}
              w={120}
              allowDeselect={false}
              value={effect}
              data={[
                { value: 'off', label: t('Nghỉ') },
                { value: 'work', label: t('Làm bù') },
              ]}
              onChange={(value) => update(key, { effect: value === 'work' ? 'work' : 'off' })}
            />
            <TextInput
              label={t('Vì sao')}
              className="grow"
              value={words}
              onChange={(event) => update(key, { words: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              aria-label={t('Bỏ ngày {day}', { day: day === undefined ? String(key + 1) : formatDay(day) })}
              onClick={() => onDays(days.filter((one) => one.key !== key))}
            >
              {t('Bỏ')}
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          className="fit"
          onClick={() => onDays([...days, { key: next, day: undefined, effect: 'off', words: '' }])}
        >
          {t('Thêm ngày')}
        </Button>
      </Stack>
    </fieldset>
  );
}

function Moved({ moved }: { readonly moved: readonly MovedDeadline[] }) {
  if (moved.length === 0) return <Text role="status">{t('Không thời hạn nào đang mở phải chuyển.')}</Text>;
  return (
    <div role="status">
      <Text fw={600}>
        {t('{n} thời hạn sẽ chuyển; việc đã xong giữ ngày cũ.', { n: formatNumber(moved.length) })}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="moved-list" tabIndex={0} aria-label={t('Thời hạn sẽ chuyển')}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Nhiệm vụ')}</th>
              <th scope="col">{t('Hạn')}</th>
              <th scope="col" className="nowrap">
                {t('Cơ quan')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ words, from, to, open, kept }) => (
              <tr key={`${words} ${from}`}>
                <td data-label={t('Nhiệm vụ')}>{words}</td>
                <td data-label={t('Hạn')} className="nowrap">
                  {formatDay(from)} → <strong>{formatDay(to)}</strong>
                </td>
                <td data-label={t('Cơ quan')}>
                  {kept === 0
                    ? formatNumber(open)
                    : t('{open}; {kept} giữ ngày cũ', {
                        open: formatNumber(open),
                        kept: formatNumber(kept),
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
