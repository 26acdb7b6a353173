import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explainFailure } from '../api.ts';
import { formatDay, formatInstant, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Failure } from '../ui/state.tsx';
import { verdictQuery } from './audit-queries.ts';
import { SealsDialog } from './seals-dialog.tsx';

/** Whether the chain is whole, since when that is known, and if not, which link is the first that does not hold. */
export function ChainState({ onOpen }: { readonly onOpen: (seq: number) => void }) {
  const verdict = useQuery(verdictQuery);
  const [showsSeals, setShowsSeals] = useState(false);
  if (verdict.error !== null)
    return (
      <Failure
        title={t('Không kiểm tra được nhật ký')}
        sentences={explainFailure(verdict.error)}
        onRetry={verdict.refetch}
      />
    );
  if (verdict.data === undefined)
    return (
      <div role="status" aria-label={t('Đang kiểm tra nhật ký')}>
        <Skeleton height={72} />
      </div>
    );
  const { intact, count, lastSealedDay, fault, checkedAt } = verdict.data;
  const Icon = intact ? IconShieldCheck : IconShieldX;
  return (
    <section className={intact ? 'notice' : 'notice notice-bad'} aria-label={t('Tình trạng nhật ký')}>
      <Icon aria-hidden size={22} />
      <Stack gap={4} align="flex-start">
        <Text fw={600} role="status">
          {intact
            ? t('Nhật ký nguyên vẹn: {n} dòng', { n: formatNumber(count) })
            : t('Nhật ký KHÔNG còn nguyên vẹn')}
        </Text>
        {fault === null ? null : <Text size="sm">{fault.message}</Text>}
        <Text size="sm">
          {lastSealedDay === null
            ? t('Chưa có ngày nào được niêm phong: ngày được niêm phong khi đã hết.')
            : t('Đã niêm phong đến hết ngày {day}.', { day: formatDay(lastSealedDay) })}{' '}
          {t('Kiểm tra lúc {instant}.', { instant: formatInstant(checkedAt) })}
        </Text>
        <div className="chips">
          <Button
            size="compact-sm"
            variant="default"
            loading={verdict.isFetching}
            onClick={() => void verdict.refetch()}
          >
            {t('Kiểm tra lại')}
          </Button>
          {fault === null ? null : (
            <Button size="compact-sm" variant="default" onClick={() => onOpen(fault.seq)}>
              {t('Mở dòng {seq}', { seq: fault.seq })}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setShowsSeals(true)}>
            {t('Dấu niêm phong từng ngày')}
          </Button>
        </div>
      </Stack>
      {showsSeals ? <SealsDialog onClose={() => setShowsSeals(false)} /> : null}
    </section>
  );
}
