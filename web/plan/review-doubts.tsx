import { Button, Group, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconCheck, IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ImportRow } from '#contract/plan.ts';
import type { TaskField } from '#contract/reading.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { formatField } from './field-words.ts';

interface ReviewDoubtsProps {
  readonly rows: readonly ImportRow[];
  readonly chosen: { readonly row?: string | undefined; readonly field?: string | undefined };
  readonly onRow: (row: string, field: TaskField) => void;
  /** Absent where the document is no longer a draft. */
  readonly onEdit: ((row: string, field: TaskField) => void) | undefined;
}

interface Doubt {
  readonly row: ImportRow;
  readonly field: TaskField;
  readonly reason: string;
}

/** What was read with little confidence, first: walked through and ticked off by keyboard. */
export function ReviewDoubts({ rows, chosen, onRow, onEdit }: ReviewDoubtsProps) {
  const doubts = useMemo(
    () => rows.flatMap((row) => row.doubts.map(({ field, reason }): Doubt => ({ row, field, reason }))),
    [rows],
  );
  const [seen, setSeen] = useState<ReadonlySet<Doubt>>(new Set());
  const [at, setAt] = useState(-1);
  const go = (to: number) => {
    const doubt = doubts[to];
    if (doubt === undefined) return;
    setAt(to);
    onRow(doubt.row.key, doubt.field);
  };
  const accept = () => {
    const doubt = doubts[at];
    if (doubt === undefined) return;
    setSeen(new Set([...seen, doubt]));
    go(at + 1);
  };
  const edit = () => {
    const doubt = doubts[Math.max(0, at)];
    if (doubt !== undefined) onEdit?.(doubt.row.key, doubt.field);
  };
  useHotkeys([
    ['J', () => go(at + 1)],
    ['K', () => go(Math.max(0, at - 1))],
    ['mod+Enter', accept],
    ['E', () => edit()],
  ]);
  if (doubts.length === 0) return null;
  return (
    <section aria-labelledby="can-xem-lai" className="doubts">
      <Group justify="space-between" gap="xs">
        <h2 id="can-xem-lai" className="section-title">
          {t('Cần xem lại')} (
          {t('đã xem {seen}/{all}', { seen: formatNumber(seen.size), all: formatNumber(doubts.length) })})
        </h2>
        <Group gap="xs">
          <span className="dim wide-only">
            <Kbd>J</Kbd> <Kbd>K</Kbd> {t('đi tới, đi lui')}, <Kbd>Ctrl</Kbd>+<Kbd>Enter</Kbd> {t('đã xem')}
            {onEdit === undefined ? null : (
              <>
                , <Kbd>E</Kbd> {t('sửa')}
              </>
            )}
          </span>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            disabled={at <= 0}
            onClick={() => go(at - 1)}
          >
            {t('Trước')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            disabled={at >= doubts.length - 1}
            onClick={() => go(at + 1)}
          >
            {t('Sau')}
          </Button>
          {onEdit === undefined ? null : (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={14} aria-hidden />}
              disabled={at < 0}
              onClick={edit}
            >
              {t('Sửa')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCheck size={14} aria-hidden />}
            disabled={at < 0}
            onClick={accept}
          >
            {t('Đã xem')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={seen.size === doubts.length}
            onClick={() => setSeen(new Set(doubts))}
          >
            {t('Nhận tất cả')}
          </Button>
        </Group>
      </Group>
      <ol className="doubt-list">
        {doubts.map((doubt, index) => {
          const isChosen = chosen.row === doubt.row.key && chosen.field === doubt.field;
          return (
            <li key={`${doubt.row.key} ${doubt.field} ${doubt.reason}`}>
              <button
                type="button"
                className="doubt"
                aria-current={isChosen ? 'true' : undefined}
                onClick={() => go(index)}
              >
                <span className="code">{doubt.row.code}</span>
                <span>{formatField(doubt.field)}</span>
                <span className="dim">{doubt.reason}</span>
                {seen.has(doubt) ? (
                  <span className="seen">
                    <IconCheck size={14} aria-hidden /> {t('đã xem')}
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
