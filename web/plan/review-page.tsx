import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { PlanImport } from '#contract/plan.ts';
import type { Proposal, TaskField } from '#contract/reading.ts';
import { api, explainFailure } from '../api.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Failure, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { CorrectRow } from './correct-row.tsx';
import { formatImportState } from './import-list.tsx';
import { importQuery } from './plan-queries.ts';
import { ReviewDiff } from './review-diff.tsx';
import { ReviewDoubts } from './review-doubts.tsx';
import { ReviewReceipt } from './review-receipt.tsx';
import { ReviewRows } from './review-rows.tsx';
import { UndoImport } from './undo-import.tsx';

/** The row (by its key or its code) and field the address points at. */
export interface ReviewAddress {
  readonly row?: string | undefined;
  readonly field?: string | undefined;
}

/** A document as read: its words and how they were understood, side by side, before it becomes a plan. */
export function ReviewPage() {
  const { importId = '' } = useParams({ strict: false });
  const held = useQuery(importQuery(importId));
  return (
    <Page
      title={
        held.data === undefined ? t('Xem lại văn bản') : t('Xem lại: {name}', { name: held.data.file.name })
      }
      about={held.data === undefined ? undefined : <About held={held.data} />}
      actions={held.data === undefined ? undefined : <Actions held={held.data} />}
    >
      <Loaded query={held}>{(loaded) => <Review held={loaded} />}</Loaded>
    </Page>
  );
}

function About({ held: { plan, state } }: { readonly held: PlanImport }) {
  const document = [
    plan.number === null ? undefined : t('Số {number}', { number: plan.number }),
    plan.date === null ? undefined : t('ngày {day}', { day: formatDay(plan.date) }),
    plan.issuer ?? undefined,
    plan.period === null ? undefined : t('kỳ {period}', { period: plan.period }),
  ].filter((part) => part !== undefined);
  return (
    <>
      <div>{plan.title}</div>
      <div>
        {document.join(', ')}{' '}
        <Chip tone={state === 'confirmed' ? 'accent' : 'plain'}>{formatImportState(state)}</Chip>
      </div>
    </>
  );
}

function Actions({ held }: { readonly held: PlanImport }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      api.plan.import.confirm({
        importId: held.id,
        ...(held.replaces === null ? {} : { revision: held.replaces.revision }),
      }),
    onSuccess: async ({ planId }) => {
      await queries.invalidateQueries();
      await navigate({ to: paths.plan(planId) });
    },
  });
  return (
    <>
      {held.state === 'draft' ? (
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {t('Xác nhận kế hoạch')}
        </Button>
      ) : null}
      {held.state === 'confirmed' && held.planId !== null ? (
        <PageLink to={paths.plan(held.planId)} className="button-link button-accent">
          {t('Mở kế hoạch')}
        </PageLink>
      ) : null}
      {held.state === 'undone' ? null : (
        <UndoImport importId={held.id} state={held.state} name={held.file.name} />
      )}
      {confirm.error === null ? null : (
        <Failure title={t('Không xác nhận được')} sentences={explainFailure(confirm.error)} />
      )}
    </>
  );
}

function Review({ held }: { readonly held: PlanImport }) {
  const [address, setAddress] = useAddress<ReviewAddress>();
  const [edited, setEdited] = useState<{
    readonly row: string;
    readonly field: TaskField;
    readonly proposal: Proposal | undefined;
  }>();
  const edit = useCallback(
    (row: string, field: TaskField, proposal?: Proposal) => setEdited({ row, field, proposal }),
    [],
  );
  const onEdit = held.state === 'draft' ? edit : undefined;
  const at = useMemo(
    () => held.rows.findIndex(({ key, code }) => key === address.row || code === address.row),
    [held.rows, address.row],
  );
  return (
    <>
      <Meaning held={held} />
      <ReviewReceipt
        receipt={held.receipt}
        rows={held.rows}
        onRow={(row, field) => setAddress({ row, field })}
      />
      {held.replaces === null ? null : (
        <ReviewDiff replaces={held.replaces} onRow={(row) => setAddress({ row, field: undefined })} />
      )}
      <ReviewDoubts
        rows={held.rows}
        chosen={address}
        onRow={(row, field) => setAddress({ row, field })}
        onEdit={onEdit}
      />
      <ReviewRows rows={held.rows} at={at} field={address.field} onEdit={onEdit} />
      <CorrectRow
        held={held}
        row={edited === undefined ? undefined : held.rows.find(({ key }) => key === edited.row)}
        field={edited?.field}
        proposal={edited?.proposal}
        onClose={() => setEdited(undefined)}
      />
    </>
  );
}

/** What confirming would do to what is already held. */
function Meaning({ held }: { readonly held: PlanImport }) {
  if (held.state === 'undone')
    return (
      <div className="notice">{t('Bản nhập này đã được hủy; muốn dùng lại, hãy nhập tệp lần nữa.')}</div>
    );
  if (held.identical && held.state === 'confirmed')
    return (
      <div className="notice" role="status">
        {t('Văn bản này đã là kế hoạch đang chạy. Nhập lại không thay đổi gì.')}
      </div>
    );
  if (held.replaces !== null && held.identical)
    return (
      <div className="notice" role="status">
        <span>
          {t('Văn bản này không khác gì kế hoạch đang có:')}{' '}
          <PageLink to={paths.plan(held.replaces.planId)}>{held.replaces.title}</PageLink>.{' '}
          {t('Xác nhận chỉ để lấy tệp này làm văn bản gốc.')}
        </span>
      </div>
    );
  if (held.replaces !== null)
    return (
      <div className="notice notice-warn" role="status">
        <span>
          {t('Xác nhận sẽ cập nhật kế hoạch đang có:')}{' '}
          <PageLink to={paths.plan(held.replaces.planId)}>{held.replaces.title}</PageLink>.{' '}
          {t('Chỗ đã sửa bằng tay được giữ; hủy bản nhập thì kế hoạch trở lại như trước.')}
        </span>
      </div>
    );
  const tasks = held.rows.filter(({ kind }) => kind === 'task').length;
  return (
    <div className="notice" role="status">
      {t(
        'Đọc được {rows} dòng, trong đó {tasks} nhiệm vụ. Chưa có gì được lưu thành kế hoạch trước khi xác nhận.',
        {
          rows: formatNumber(held.rows.length),
          tasks: formatNumber(tasks),
        },
      )}
    </div>
  );
}
