import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlanFilter, PlanRow } from '#contract/plan.ts';
import { formatRole, ROLES } from '../agency/agency-words.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { formatFindingKind } from './finding-words.ts';
import { formatTarget, formatTargetFully } from './target-words.ts';

export interface PlanColumn {
  readonly id: string;
  readonly words: () => string;
  /** Track of the grid. */
  readonly width: string;
  readonly sort?: NonNullable<PlanFilter['sort']>;
  readonly isFixed?: boolean;
  readonly isNumber?: boolean;
  readonly render: (row: PlanRow) => ReactNode;
}

/** The columns of the plan, in the order of the document, then what was computed from them. */
export const PLAN_COLUMNS: readonly PlanColumn[] = [
  {
    id: 'code',
    words: () => t('Số'),
    width: '5.25rem',
    sort: 'order',
    isFixed: true,
    render: (row) => row.code,
  },
  {
    id: 'name',
    words: () => t('Nhiệm vụ'),
    width: 'minmax(13rem, 2.4fr)',
    sort: 'name',
    isFixed: true,
    render: (row) => (
      <PageLink to={paths.task(row.id)} className="task-name">
        {row.name}
      </PageLink>
    ),
  },
  {
    id: 'deadline',
    words: () => t('Thời hạn'),
    width: 'minmax(7rem, 1fr)',
    sort: 'due',
    render: renderDeadline,
  },
  {
    id: 'leads',
    words: () => t('Chủ trì'),
    width: 'minmax(8rem, 1.4fr)',
    render: (row) => (
      <Lines words={row.leads.map(({ text }) => text)} isInherited={row.inherited.includes('leads')} />
    ),
  },
  {
    id: 'coordinators',
    words: () => t('Phối hợp'),
    width: 'minmax(8rem, 1.4fr)',
    render: (row) => (
      <Lines
        words={[...row.coordinators, ...row.leads.flatMap(({ coordinators }) => coordinators ?? [])].map(
          ({ text }) => text,
        )}
        isInherited={row.inherited.includes('coordinators')}
      />
    ),
  },
  {
    id: 'deliverables',
    words: () => t('Sản phẩm'),
    width: 'minmax(9rem, 1.9fr)',
    render: (row) => <Lines words={row.deliverables} isInherited={row.inherited.includes('deliverables')} />,
  },
  { id: 'targets', words: () => t('Chỉ tiêu'), width: 'minmax(6rem, 1fr)', render: renderTargets },
  {
    id: 'assignments',
    words: () => t('Phần việc'),
    width: '5.75rem',
    sort: 'assignments',
    isNumber: true,
    render: renderAssignments,
  },
  { id: 'findings', words: () => t('Rà soát'), width: '4.75rem', isNumber: true, render: renderFindings },
];

function Lines({ words, isInherited }: { readonly words: readonly string[]; readonly isInherited: boolean }) {
  if (words.length === 0) return null;
  return (
    <div className="clamp" title={words.join('\n')}>
      {words.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {isInherited ? <span className="dim">{t('(theo mục trên)')}</span> : null}
    </div>
  );
}

function renderDeadline({ deadline, dueOn, inherited }: PlanRow): ReactNode {
  return (
    <>
      {deadline.text === '' ? null : <div className="clamp">{deadline.text}</div>}
      {dueOn === null ? null : <div className="dim">{t('đến {day}', { day: formatDay(dueOn) })}</div>}
      {inherited.includes('deadline') ? <div className="dim">{t('(theo mục trên)')}</div> : null}
    </>
  );
}

function renderTargets({ targets }: PlanRow): ReactNode {
  const shown = targets.slice(0, 4);
  return (
    <div className="chips">
      {shown.map((target) => (
        <Chip key={JSON.stringify(target)} title={formatTargetFully(target)}>
          {formatTarget(target)}
        </Chip>
      ))}
      {targets.length > shown.length ? (
        <span className="dim">{t('và {n} nữa', { n: targets.length - shown.length })}</span>
      ) : null}
    </div>
  );
}

function renderAssignments({ id, assignments }: PlanRow): ReactNode {
  const total = ROLES.reduce((sum, role) => sum + assignments[role], 0);
  if (total === 0) return null;
  const words = ROLES.map((role) => `${formatRole(role)}: ${formatNumber(assignments[role])}`).join(', ');
  return (
    <PageLink
      to={paths.task(id)}
      aria-label={t('{n} phần việc ({words})', { n: formatNumber(total), words })}
    >
      {formatNumber(total)}
    </PageLink>
  );
}

function renderFindings({ id, findingCodes }: PlanRow): ReactNode {
  if (findingCodes.length === 0) return null;
  const words = findingCodes.map((code) => formatFindingKind(code)).join(', ');
  return (
    <PageLink
      to={paths.task(id)}
      className="chip chip-warn"
      aria-label={t('{n} điều cần xem lại: {words}', { n: findingCodes.length, words })}
    >
      <IconAlertTriangle size={13} aria-hidden /> {findingCodes.length}
    </PageLink>
  );
}
