import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftEvent } from '#contract/agency/event.ts';
import type { Reform, TableProblem } from '#contract/agency/reform.ts';
import { api, explainFailure } from '../../api.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Failure } from '../../ui/state.tsx';
import { formatEventKind } from './reform-words.ts';

type Read = Awaited<ReturnType<typeof api.agency.reform.readTable>>;

interface TableImportProps {
  readonly reform: Reform;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onEvents: (events: DraftEvent[]) => void;
}

/** A table old → new, pasted or from a file, read into events; nothing is taken while a row is not understood. */
export function TableImport({ reform, isPending, error, onEvents }: TableImportProps) {
  const [text, setText] = useState('');
  const read = useMutation({
    mutationFn: (given: { readonly text: string } | { readonly file: File }) =>
      api.agency.reform.readTable({ effectiveOn: reform.effectiveOn, ...given }),
  });
  return (
    <Stack gap="sm">
      <Textarea
        label={t('Bảng đơn vị cũ → đơn vị mới')}
        description={t(
          'Dán từ Excel, kèm dòng tiêu đề. Cần cột "Đơn vị cũ" và "Đơn vị mới"; có thể thêm "Loại", "Mã", "Huyện cũ", "Cấp trên", "Ngày hiệu lực", "Số quyết định", "Ngày ký".',
        )}
        autosize
        minRows={6}
        maxRows={14}
        value={text}
        classNames={{ input: 'table-text' }}
        onChange={(event) => {
          setText(event.currentTarget.value);
          read.reset();
        }}
      />
      <Group gap="xs">
        <Button
          variant={read.data === undefined ? 'filled' : 'default'}
          disabled={text.trim() === ''}
          loading={read.isPending}
          onClick={() => read.mutate({ text })}
        >
          {t('Đọc bảng')}
        </Button>
        <FileButton
          accept=".xlsx,.docx,.tsv,.txt"
          onChange={(file) => {
            if (file !== null) read.mutate({ file });
          }}
        >
          {(given) => (
            <Button {...given} variant="default">
              {t('Chọn tệp Excel, Word')}
            </Button>
          )}
        </FileButton>
      </Group>
      {read.error === null ? null : (
        <Failure title={t('Chưa đọc được bảng')} sentences={explainFailure(read.error)} />
      )}
      {read.data === undefined ? null : <ReadTable read={read.data} />}
      {error === null ? null : <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />}
      {read.data === undefined || read.data.problems.length > 0 || read.data.events.length === 0 ? null : (
        <Group justify="flex-end">
          <Button loading={isPending} onClick={() => onEvents(read.data.events.map(({ event }) => event))}>
            {t('Đưa {n} sự kiện vào phương án', { n: formatNumber(read.data.events.length) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function ReadTable({ read: { rows, events, problems } }: { readonly read: Read }) {
  return (
    <>
      <Text size="sm" role="status">
        {t('Đọc {rows} dòng: {events} sự kiện, {problems} chỗ chưa hiểu.', {
          rows: formatNumber(rows),
          events: formatNumber(events.length),
          problems: formatNumber(problems.length),
        })}
      </Text>
      {problems.length === 0 ? null : <Problems problems={problems} />}
      {events.length === 0 ? null : (
        <details open={problems.length === 0}>
          <summary>{t('Các sự kiện đọc được')}</summary>
          <ul className="read-events">
            {events.map(({ event, words }) => (
              <li key={JSON.stringify(event)}>
                <span className="dim">{formatEventKind(event.kind)}:</span> {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly TableProblem[] }) {
  return (
    <div className="notice notice-bad" role="alert">
      <div className="notice-body">
        <p>
          <strong>{t('Sửa các dòng này trong bảng rồi đọc lại; chưa có gì được đưa vào phương án.')}</strong>
        </p>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Dòng')}</th>
              <th scope="col">{t('Cột')}</th>
              <th scope="col">{t('Giá trị')}</th>
              <th scope="col" className="half">
                {t('Vì sao chưa hiểu')}
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, value, message }) => (
              <tr key={`${row} ${column} ${value} ${message}`}>
                <td data-label={t('Dòng')}>{row}</td>
                <td data-label={t('Cột')}>{column ?? ''}</td>
                <td data-label={t('Giá trị')}>{value}</td>
                <td data-label={t('Vì sao chưa hiểu')}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
