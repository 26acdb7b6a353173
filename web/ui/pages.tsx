import { Button, Group } from '@mantine/core';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

/** The way from page to page of a long list, the first being 1; nothing where one page holds it. */
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
  if (total <= size) return null;
  const go = (to: number) => onPage(to === 1 ? undefined : String(to));
  return (
    <Group component="nav" gap="sm" className="pages no-print" aria-label={t('Trang của danh sách')}>
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
      <Button size="xs" variant="default" disabled={page * size >= total} onClick={() => go(page + 1)}>
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
