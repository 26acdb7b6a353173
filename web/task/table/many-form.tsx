import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { PROGRESS_COLUMN_WORDS, type WrittenColumn } from '#domain/task/table/progress-columns.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Empty, Loaded } from '../../ui/state.tsx';
import { myWorkQuery } from '../work/work-queries.ts';
import { writeCells } from './table-queries.ts';

type Cells = Partial<Record<WrittenColumn, string>>;

const FIELDS = ['text', 'done', 'whole', 'unit'] as const;
const HEAD = [
  PROGRESS_COLUMN_WORDS.item,
  PROGRESS_COLUMN_WORDS.seen,
  ...FIELDS.map((field) => PROGRESS_COLUMN_WORDS[field]),
];

interface ManyFormProps {
  readonly isPending: boolean;
  readonly onChange: () => void;
  /** The grid as a table, read like any other. */
  readonly onRead: (text: string) => void;
}

/** All the open work of one's agencies in one grid, soonest due first. */
export function ManyForm({ isPending, onChange, onRead }: ManyFormProps) {
  const work = useQuery(myWorkQuery);
  const [written, setWritten] = useState<ReadonlyMap<string, Cells>>(new Map());
  return (
    <Loaded query={work}>
      {({ todo }) =>
        todo.length === 0 ? (
          <Empty title={t('Không có việc nào đến hạn của bạn')} />
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              onRead(tableOf(todo, written));
            }}
          >
            <table className="rows many-rows">
              <thead>
                <tr>
                  <th scope="col" className="third">
                    {t('Việc')}
                  </th>
                  <th scope="col" className="half">
                    {t('Kết quả thực hiện')}
                  </th>
                  <th scope="col">{t('Đã làm')}</th>
                  <th scope="col">{t('Tổng số')}</th>
                  <th scope="col">{t('Đơn vị tính')}</th>
                </tr>
              </thead>
              <tbody>
                {todo.map((item) => (
                  <ManyRow
                    key={item.id}
                    item={item}
                    cells={written.get(item.id) ?? {}}
                    onCells={(cells) => {
                      onChange();
                      setWritten(new Map(written).set(item.id, cells));
                    }}
                  />
                ))}
              </tbody>
            </table>
            <div className="sticky-foot">
              <Button type="submit" loading={isPending} disabled={written.size === 0}>
                {t('Xem trước {n} việc đã ghi', { n: formatNumber(written.size) })}
              </Button>
            </div>
          </form>
        )
      }
    </Loaded>
  );
}

function tableOf(todo: readonly DueRow[], written: ReadonlyMap<string, Cells>): string {
  const rows = todo.flatMap((item) => {
    const cells = written.get(item.id);
    return cells === undefined
      ? []
      : [[item.id, String(item.seq), ...FIELDS.map((field) => cells[field] ?? standing(item)[field] ?? '')]];
  });
  return writeCells([HEAD, ...rows]);
}

function standing({ lastText, amount }: DueRow): Cells {
  return {
    text: lastText ?? '',
    done: amount === null ? '' : formatNumber(amount.done),
    whole: amount === null ? '' : formatNumber(amount.whole),
    unit: amount?.unit ?? '',
  };
}

function ManyRow({
  item,
  cells,
  onCells,
}: {
  readonly item: DueRow;
  readonly cells: Cells;
  readonly onCells: (cells: Cells) => void;
}) {
  const held = { ...standing(item), ...cells };
  const of = `${item.code} ${item.label}`;
  const field = (name: WrittenColumn) => ({
    value: held[name] ?? '',
    'aria-label': t('{column} của {work}', { column: PROGRESS_COLUMN_WORDS[name], work: of }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onCells({ ...cells, [name]: event.currentTarget.value }),
  });
  return (
    <tr>
      <td>
        {`${item.code}. ${item.name}`}
        <div className="dim small">
          {[item.label, ...(item.dueOn === null ? [] : [formatDay(item.dueOn)])].join(' · ')}
        </div>
      </td>
      <td data-label={t('Kết quả thực hiện')}>
        <Textarea autosize minRows={1} maxRows={6} {...field('text')} />
      </td>
      <td data-label={t('Đã làm')}>
        <TextInput inputMode="decimal" {...field('done')} />
      </td>
      <td data-label={t('Tổng số')}>
        <TextInput inputMode="decimal" {...field('whole')} />
      </td>
      <td data-label={t('Đơn vị tính')}>
        <TextInput {...field('unit')} />
      </td>
    </tr>
  );
}
