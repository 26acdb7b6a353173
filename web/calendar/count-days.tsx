import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { DayField } from '../ui/day-field.tsx';
import { Loaded } from '../ui/state.tsx';

type Unit = 'working-day' | 'day' | 'week' | 'month' | 'year';

/** Counts a span from a day, and says each day passed over. */
export function CountDays({ knownOn }: { readonly knownOn: string | undefined }) {
  const [from, setFrom] = useState<string>();
  const [n, setN] = useState(5);
  const [unit, setUnit] = useState<Unit>('working-day');
  const [direction, setDirection] = useState<'after' | 'before'>('after');
  const query = useQuery({
    queryKey: ['calendar', 'count', from, n, unit, direction, knownOn],
    queryFn: () =>
      api.calendar.count({
        from: from ?? '',
        n,
        unit,
        direction,
        ...(knownOn === undefined ? {} : { knownOn }),
      }),
    enabled: from !== undefined,
  });
  return (
    <section aria-labelledby="tinh-ngay" className="no-print">
      <h2 id="tinh-ngay" className="section-title">
        {t('Tính thời hạn')}
      </h2>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <DayField label={t('Từ ngày')} value={from} onChoose={setFrom} />
          <NumberInput
            label={t('Số')}
            w={90}
            min={0}
            max={1000}
            allowDecimal={false}
            value={n}
            onChange={(value) => setN(typeof value === 'number' ? value : 0)}
          />
          <Select
            label={t('Đơn vị')}
            w={150}
            allowDeselect={false}
            value={unit}
            data={[
              { value: 'working-day', label: t('ngày làm việc') },
              { value: 'day', label: t('ngày') },
              { value: 'week', label: t('tuần') },
              { value: 'month', label: t('tháng') },
              { value: 'year', label: t('năm') },
            ]}
            onChange={(value) => setUnit((value as Unit | null) ?? 'working-day')}
          />
          <Select
            label={t('Chiều')}
            w={130}
            allowDeselect={false}
            value={direction}
            data={[
              { value: 'after', label: t('về sau') },
              { value: 'before', label: t('về trước') },
            ]}
            onChange={(value) => setDirection(value === 'before' ? 'before' : 'after')}
          />
        </Group>
        {from === undefined ? (
          <Text size="sm" c="dimmed">
            {t('Chọn ngày bắt đầu để tính; ngày đầu tiên không tính (Điều 147 Bộ luật Dân sự 2015).')}
          </Text>
        ) : (
          <Loaded query={query}>
            {({ day, reason }) => (
              <Text role="status">
                <strong>{formatDay(day)}</strong> <span lang="vi">({reason})</span>
              </Text>
            )}
          </Loaded>
        )}
      </Stack>
    </section>
  );
}
