import '../work/work.css';
import './progress-table.css';
import { Button, FileButton, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../../api.ts';
import { downloadFile } from '../../download.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { newId } from '../../new-id.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Failure } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { ManyForm } from './many-form.tsx';
import { ReadingView } from './reading-view.tsx';
import { type ReadTable, reportsOf } from './table-queries.ts';

interface Given {
  readonly text?: string;
  readonly file?: File;
}

/** Cập nhật nhiều việc: the table people keep, or a grid on the page; what it changes is shown before it is stored. */
export function ProgressTablePage() {
  const [{ cach }, setAddress] = useAddress<{ readonly cach?: string | undefined }>();
  const { today } = useSession();
  const queries = useQueryClient();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const read = useMutation({
    mutationFn: async (given: Given) => {
      const reading = await api.progressTable.read(given);
      // Made once, so that storing twice over a broken line stores once.
      return { reading, ids: new Map(reading.rows.map(({ dueItemId }) => [dueItemId, newId()])) };
    },
    onSuccess: ({ reading }) =>
      setKept(
        new Set(reading.rows.filter(({ change }) => change === 'conflict').map((row) => row.dueItemId)),
      ),
  });
  const chosen = (reading: ReadTable) => reading.rows.filter(({ dueItemId }) => !kept.has(dueItemId));
  const apply = useMutation({
    mutationFn: ({
      reading,
      ids,
    }: {
      readonly reading: ReadTable;
      readonly ids: ReadonlyMap<string, string>;
    }) => {
      const held = chosen(reading);
      const at = held
        .filter(({ report }) => report !== undefined)
        .map(({ dueItemId }) => ids.get(dueItemId) ?? newId());
      return api.progressTable.apply({
        occurredOn: today,
        reports: reportsOf(held, () => at.shift() ?? newId()),
      });
    },
    onSuccess: () => void queries.invalidateQueries(),
  });
  const restart = () => {
    read.reset();
    apply.reset();
  };
  return (
    <Page
      title={t('Cập nhật nhiều việc')}
      about={t('Từ bảng Excel đang dùng, hoặc sửa ngay trên trang; xem trước mọi thay đổi rồi mới lưu.')}
      actions={<TableDownload />}
    >
      <WorkPlaces />
      {apply.data !== undefined ? (
        <Stored stored={apply.data.stored} onAgain={restart} />
      ) : (
        <Stack gap="md">
          <SegmentedControl
            className="fit"
            aria-label={t('Cách cập nhật')}
            value={cach === 'trang' ? 'trang' : 'bang'}
            data={[
              { value: 'bang', label: t('Từ bảng') },
              { value: 'trang', label: t('Trên trang') },
            ]}
            onChange={(value) => {
              restart();
              setAddress({ cach: value === 'trang' ? 'trang' : undefined });
            }}
          />
          {cach === 'trang' ? (
            <ManyForm
              isPending={read.isPending}
              onChange={restart}
              onRead={(text) => read.mutate({ text })}
            />
          ) : (
            <TableInput
              isPending={read.isPending}
              onChange={restart}
              onRead={(given) => read.mutate(given)}
            />
          )}
          {read.error === null ? null : (
            <Failure title={t('Chưa đọc được bảng')} sentences={explainFailure(read.error)} />
          )}
          {read.data === undefined ? null : (
            <ReadingView
              reading={read.data.reading}
              kept={kept}
              onKept={setKept}
              isPending={apply.isPending}
              error={apply.error}
              n={reportsOf(chosen(read.data.reading), newId).length}
              onApply={() => apply.mutate(read.data)}
            />
          )}
        </Stack>
      )}
    </Page>
  );
}

function TableDownload() {
  const download = useMutation({ mutationFn: () => downloadFile(paths.progressTable()) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('Tải bảng để điền')}
      </Button>
      {download.error === null ? null : <Failure sentences={explainFailure(download.error)} />}
    </>
  );
}

function TableInput({
  isPending,
  onChange,
  onRead,
}: {
  readonly isPending: boolean;
  readonly onChange: () => void;
  readonly onRead: (given: Given) => void;
}) {
  const [text, setText] = useState('');
  return (
    <Stack gap="xs">
      <Textarea
        label={t('Bảng tiến độ')}
        description={t(
          'Dán từ Excel, kèm dòng tiêu đề. Cần cột "Kết quả thực hiện" cùng "TT" hoặc "Nhiệm vụ"; có thể thêm "Cơ quan", "Kỳ, mốc", "Đã làm", "Tổng số", "Đơn vị tính", "Bước", "Khó khăn, vướng mắc", "Chờ cơ quan", "Ngày báo tiếp".',
        )}
        autosize
        minRows={5}
        maxRows={14}
        value={text}
        classNames={{ input: 'table-text' }}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange();
        }}
      />
      <Group gap="xs">
        <Button disabled={text.trim() === ''} loading={isPending} onClick={() => onRead({ text })}>
          {t('Đọc bảng')}
        </Button>
        <FileButton
          accept=".xlsx,.docx,.tsv,.txt"
          onChange={(file) => {
            if (file !== null) onRead({ file });
          }}
        >
          {(given) => (
            <Button {...given} variant="default">
              {t('Chọn tệp Excel, Word')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}

function Stored({ stored, onAgain }: { readonly stored: number; readonly onAgain: () => void }) {
  return (
    <Stack gap="sm" align="flex-start">
      <Text role="status">{t('Đã lưu {n} báo cáo.', { n: formatNumber(stored) })}</Text>
      <Group gap="xs">
        <PageLink to={paths.myWork()} className="button-link">
          {t('Về việc của tôi')}
        </PageLink>
        <Button variant="default" onClick={onAgain}>
          {t('Cập nhật bảng khác')}
        </Button>
      </Group>
    </Stack>
  );
}
