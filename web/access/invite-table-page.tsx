import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkRow } from '#contract/access.ts';
import { BULK_COLUMNS, COLUMN_WORDS } from '#domain/access/bulk-people.ts';
import { api, explainFailure } from '../api.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Failure } from '../ui/state.tsx';
import { InvitedAnswer } from './invited-answer.tsx';
import { formatAccessRole } from './role-words.ts';

type Preview = Awaited<ReturnType<typeof api.invitation.previewTable>>;
type Outcome = Awaited<ReturnType<typeof api.invitation.confirmTable>>;

/** Mời theo bảng: paste, see what every row does, then invite. */
export function InviteTablePage() {
  const [table, setTable] = useState('');
  const queries = useQueryClient();
  const preview = useMutation({ mutationFn: () => api.invitation.previewTable({ table }) });
  const confirm = useMutation({
    mutationFn: (digest: string) => api.invitation.confirmTable({ table, digest }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const change = (words: string) => {
    setTable(words);
    preview.reset();
    confirm.reset();
  };
  return (
    <Page
      title={t('Mời theo bảng')}
      about={t('Dán bảng từ Excel hoặc chọn tệp CSV; mỗi dòng là một chức vụ của một người.')}
    >
      {confirm.data === undefined ? (
        <Stack gap="md">
          <TableInput table={table} onTable={change} />
          {preview.error === null ? null : (
            <Failure title={t('Chưa đọc được bảng')} sentences={explainFailure(preview.error)} />
          )}
          <Group gap="xs">
            <Button
              variant={preview.data === undefined ? 'filled' : 'default'}
              disabled={table.trim() === ''}
              loading={preview.isPending}
              onClick={() => preview.mutate()}
            >
              {t('Xem trước')}
            </Button>
          </Group>
          {preview.data === undefined ? null : (
            <PreviewPart
              preview={preview.data}
              isPending={confirm.isPending}
              error={confirm.error}
              onConfirm={(digest) => confirm.mutate(digest)}
            />
          )}
        </Stack>
      ) : (
        <OutcomePart outcome={confirm.data} />
      )}
    </Page>
  );
}

function TableInput({
  table,
  onTable,
}: {
  readonly table: string;
  readonly onTable: (words: string) => void;
}) {
  return (
    <Stack gap="xs">
      <Textarea
        label={t('Bảng người dùng')}
        description={t('Các cột, theo thứ tự hoặc có dòng tiêu đề: {columns}.', {
          columns: BULK_COLUMNS.map((column) => COLUMN_WORDS[column]).join(', '),
        })}
        autosize
        minRows={6}
        maxRows={14}
        value={table}
        classNames={{ input: 'pasted-table' }}
        onChange={(event) => onTable(event.currentTarget.value)}
      />
      <FileButton accept=".csv,.tsv,.txt" onChange={(file) => void file?.text().then(onTable)}>
        {(given) => (
          <Button {...given} variant="default" size="xs" className="fit">
            {t('Chọn tệp CSV')}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}

interface PreviewPartProps {
  readonly preview: Preview;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: (digest: string) => void;
}

function PreviewPart({ preview: { rows, refusals, digest }, isPending, error, onConfirm }: PreviewPartProps) {
  const count = (change: BulkRow['change']) => rows.filter((row) => row.change === change).length;
  const changes = count('invite') + count('add-post');
  return (
    <section aria-labelledby="xem-truoc">
      <Stack gap="sm">
        <h2 id="xem-truoc" className="section-title">
          {t('Bảng này sẽ làm gì')}
        </h2>
        <Text size="sm" role="status">
          {t(
            '{invite} người mời mới, {post} chức vụ thêm cho người đã có, {same} dòng không đổi, {bad} ô chưa đúng.',
            {
              invite: formatNumber(
                new Set(rows.filter(({ change }) => change === 'invite').map(({ email }) => email)).size,
              ),
              post: formatNumber(count('add-post')),
              same: formatNumber(count('nothing')),
              bad: formatNumber(refusals.length),
            },
          )}
        </Text>
        {refusals.length === 0 ? null : (
          <Failure
            title={t('Sửa các ô này trong bảng rồi xem trước lại; chưa có gì được lưu.')}
            sentences={refusals.map(({ message }) => message)}
          />
        )}
        {rows.length === 0 ? null : <PreviewTable rows={rows} />}
        {error === null ? null : <Failure title={t('Chưa lưu được')} sentences={explainFailure(error)} />}
        <Button
          className="fit"
          disabled={refusals.length > 0 || changes === 0}
          loading={isPending}
          onClick={() => onConfirm(digest)}
        >
          {t('Lưu và gửi lời mời')}
        </Button>
      </Stack>
    </section>
  );
}

function PreviewTable({ rows }: { readonly rows: readonly BulkRow[] }) {
  const words = {
    invite: t('mời mới'),
    'add-post': t('thêm chức vụ'),
    nothing: t('không đổi'),
  };
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('Dòng')}</th>
          <th scope="col">{t('Sẽ làm')}</th>
          <th scope="col">{t('Họ và tên')}</th>
          <th scope="col">{t('Chức vụ')}</th>
          <th scope="col">{t('Vai trò')}</th>
          <th scope="col">{t('Từ ngày')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td data-label={t('Dòng')}>{row.row}</td>
            <td data-label={t('Sẽ làm')}>
              <Chip tone={row.change === 'nothing' ? 'plain' : 'accent'}>{words[row.change]}</Chip>
            </td>
            <td data-label={t('Họ và tên')}>
              {row.name} <span className="dim small">{row.email}</span>
            </td>
            <td data-label={t('Chức vụ')}>
              {row.title}, {row.agencyName}
            </td>
            <td data-label={t('Vai trò')}>{formatAccessRole(row.role)}</td>
            <td data-label={t('Từ ngày')}>{formatDay(row.validFrom)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OutcomePart({ outcome: { invited, postsGiven } }: { readonly outcome: Outcome }) {
  const byHand = invited.filter(({ link }) => link !== null);
  return (
    <Stack gap="md">
      <Text role="status">
        {t('Đã trao {posts} chức vụ và mời {people} người; {letters} thư đã gửi.', {
          posts: formatNumber(postsGiven),
          people: formatNumber(invited.length),
          letters: formatNumber(invited.length - byHand.length),
        })}
      </Text>
      {byHand.map((answer) => (
        <InvitedAnswer key={answer.personId} name={`${answer.name} (${answer.email})`} answer={answer} />
      ))}
      <PageLink to={paths.people()} className="button-link fit">
        {t('Về danh sách người dùng')}
      </PageLink>
    </Stack>
  );
}
