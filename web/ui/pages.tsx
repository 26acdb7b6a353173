import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

/**
 * The way from page to page of a long list, the first being 1; nothing where one page holds it. A list that grew
 * shorter than the page one was on is left at its last.
 */
export function Pages({
  total,
  size,
  page,
  onPage,
}: {
  readonly total: number;
  readonly size: number;
  readonly page: number;
  /** Called with the word the address keeps: none for the first page. */
  readonly onPage: (word: string | undefined) => void;
}) {
  const last = Math.max(1, Math.ceil(total / size));
  const go = (to: number) => onPage(to === 1 ? undefined : String(to));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is changed once, when the page is beyond the list
  useEffect(() => {
    if (page > last) go(last);
  }, [page, last]);
  if (last === 1) return null;
  return (
    <Group component="nav" gap="sm" className="no-print" aria-label={t('Trang của danh sách')}>
      <Button size="xs" variant="default" disabled={page === 1} onClick={() => go(page - 1)}>
        {t('Trang trước')}
      </Button>
      <span className="dim small">
        {t('{from}–{to} trong {n}', {
          from: formatNumber((page - 1) * size + 1),
          to: formatNumber(Math.min(total, page * size)),
          n: formatNumber(total),
        })}
      </span>
      <Button size="xs" variant="default" disabled={page >= last} onClick={() => go(page + 1)}>
        {t('Trang sau')}
      </Button>
    </Group>
  );
}

/** The page an address names; the first where it names none. */
export function pageOf(word: string | undefined): number {
  const page = Number(word ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
