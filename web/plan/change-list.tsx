import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanChange } from '#contract/plan.ts';
import { ActButton } from '../act-button.tsx';
import { api, explainFailure } from '../api.ts';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Failure, Loaded } from '../ui/state.tsx';
import { formatField } from './field-words.ts';
import { changesQuery, planQuery } from './plan-queries.ts';

interface ChangeListProps {
  readonly planId: string;
  /** Only what was done to one task. */
  readonly taskId?: string;
}

/** What was done to a plan, newest first, in words; the newest that still holds can be taken back. */
export function ChangeList({ planId, taskId }: ChangeListProps) {
  const changes = useQuery(changesQuery(planId, taskId));
  const plan = useQuery(planQuery(planId));
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (revision: number) => api.plan.undo({ planId, revision }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Loaded query={changes}>
      {(loaded) => (
        <>
          {undo.error === null ? null : (
            <Failure title={t('Không hoàn tác được')} sentences={explainFailure(undo.error)} />
          )}
          {loaded.length === 0 ? <p className="dim">{t('Chưa có thay đổi nào từ khi nhập.')}</p> : null}
          <ol className="changes">
            {loaded.map((change) => (
              <li key={change.id} className="change" data-undone={change.undone}>
                <div className="change-head">
                  <span className="dim">{formatInstant(change.occurredAt)}</span>
                  <strong>{formatChange(change)}</strong>
                  <ChangeSubject change={change} isOfTask={taskId !== undefined} />
                  {change.undone ? <Chip>{t('đã hoàn tác')}</Chip> : null}
                  {change.undoable && plan.data !== undefined ? (
                    <ActButton
                      act="plan.edit"
                      size="compact-xs"
                      variant="default"
                      loading={undo.isPending}
                      leftSection={<IconArrowBackUp size={14} aria-hidden />}
                      onClick={() => undo.mutate(plan.data.revision)}
                    >
                      {t('Hoàn tác')}
                    </ActButton>
                  ) : null}
                  <span className="dim">{change.actor}</span>
                </div>
                <ChangeFields change={change} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}

function formatChange({ kind, undoes }: PlanChange): string {
  return {
    imported: t('Lập từ văn bản'),
    reimported: t('Cập nhật theo văn bản mới'),
    'import-undone': t('Hủy bản nhập'),
    'task-updated': t('Sửa'),
    'task-created': t('Thêm'),
    'task-moved': t('Chuyển'),
    'task-removed': t('Bỏ'),
    undone: t('Hoàn tác lần {n}', { n: undoes ?? 0 }),
  }[kind];
}

function ChangeSubject({ change, isOfTask }: { readonly change: PlanChange; readonly isOfTask: boolean }) {
  if (change.importId !== null)
    return <PageLink to={paths.review(change.importId)}>{t('Xem văn bản')}</PageLink>;
  if (isOfTask || change.taskCode === null) return null;
  const name = change.fields.find(({ code }) => code === change.taskCode)?.name ?? '';
  const words = `${change.taskCode}${name === '' ? '' : `. ${name}`}`;
  return change.taskId === null || !change.isTaskHeld ? (
    <span>{words}</span>
  ) : (
    <PageLink to={paths.task(change.taskId)}>{words}</PageLink>
  );
}

/** Above this many rows changed at once only the number is told: the rows are those below the heading changed. */
const MOST = 12;

function ChangeFields({ change }: { readonly change: PlanChange }) {
  const shown = change.fields.slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <ul className="change-fields">
      {shown.map(({ code, field, before, after }) => (
        <li key={`${code} ${field}`}>
          <span className="dim">
            {code === change.taskCode ? '' : `${code} · `}
            {formatField(field)}:
          </span>{' '}
          {before === '' ? null : <del>{before}</del>} {after === '' ? null : <ins>{after}</ins>}
        </li>
      ))}
      {change.fields.length > MOST ? (
        <li className="dim">{t('và {n} nữa', { n: change.fields.length - MOST })}</li>
      ) : null}
    </ul>
  );
}
