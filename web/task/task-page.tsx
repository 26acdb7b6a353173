import { Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TaskDetail } from '#contract/task.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { ChangeList } from '../plan/change-list.tsx';
import { formatDeadline } from '../plan/deadline-words.ts';
import { formatFindingKind } from '../plan/finding-words.ts';
import { TaskSchedule } from '../plan/schedule/task-schedule.tsx';
import { formatTarget, formatTargetFully } from '../plan/target-words.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Loaded } from '../ui/state.tsx';
import { TaskActions } from './task-actions.tsx';
import { TaskAssignments } from './task-assignments.tsx';
import { taskQuery } from './task-queries.ts';
import { TaskSource } from './task-source.tsx';

/** Everything about one task: what the document says, how it was read, who does what. */
export function TaskPage() {
  const { taskId = '' } = useParams({ strict: false });
  const task = useQuery(taskQuery(taskId));
  return (
    <Page
      title={task.data === undefined ? t('Nhiệm vụ') : `${task.data.row.code}. ${task.data.row.name}`}
      about={task.data === undefined ? undefined : <Ancestors task={task.data} />}
      actions={
        task.data === undefined ? undefined : (
          <>
            <Neighbours task={task.data} />
            <TaskActions key={taskId} task={task.data} />
          </>
        )
      }
    >
      <Loaded query={task}>
        {(loaded) => (
          <div className="task">
            <TaskFacts task={loaded} />
            {loaded.row.kind === 'task' ? <TaskSchedule key={taskId} taskId={taskId} /> : null}
            <TaskFindings task={loaded} />
            <TaskSource task={loaded} />
            <TaskChildren task={loaded} />
            <TaskNotes task={loaded} />
            <TaskAssignments task={loaded} />
            <TaskHistory task={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Ancestors({ task }: { readonly task: TaskDetail }) {
  return (
    <nav aria-label={t('Ở đâu trong kế hoạch')} className="trail">
      <PageLink to={paths.plan(task.planId)}>{task.planTitle}</PageLink>
      {task.path.map(({ id, code, name }) => (
        <span key={id}>
          {' › '}
          <PageLink to={paths.task(id)}>{`${code}. ${name}`}</PageLink>
        </span>
      ))}
    </nav>
  );
}

function Neighbours({ task }: { readonly task: TaskDetail }) {
  return (
    <>
      {task.previousId === null ? null : (
        <PageLink to={paths.task(task.previousId)} className="button-link">
          <IconChevronLeft size={16} aria-hidden /> {t('Nhiệm vụ trước')}
        </PageLink>
      )}
      {task.nextId === null ? null : (
        <PageLink to={paths.task(task.nextId)} className="button-link">
          {t('Nhiệm vụ sau')} <IconChevronRight size={16} aria-hidden />
        </PageLink>
      )}
    </>
  );
}

function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TaskFacts({ task: { row } }: { readonly task: TaskDetail }) {
  if (row.kind !== 'task' && row.deadline.text === '' && row.leads.length === 0) return null;
  return (
    <dl className="facts">
      <Fact words={t('Thời hạn')}>
        {row.deadline.text === '' ? <Nothing /> : row.deadline.text}{' '}
        <Inherited is={row.inherited.includes('deadline')} />
        {row.deadline.text === '' ? null : <div className="dim">{formatDeadline(row.deadline.reading)}</div>}
        {row.dueOn === null ? null : (
          <div>
            <Chip tone="accent">{t('hạn cuối {day}', { day: formatDay(row.dueOn) })}</Chip>
          </div>
        )}
      </Fact>
      <Fact words={t('Chủ trì')}>
        <Texts lines={row.leads.map(({ text }) => text)} /> <Inherited is={row.inherited.includes('leads')} />
      </Fact>
      <Fact words={t('Phối hợp')}>
        <Texts
          lines={[...row.coordinators, ...row.leads.flatMap(({ coordinators }) => coordinators ?? [])].map(
            ({ text }) => text,
          )}
        />{' '}
        <Inherited is={row.inherited.includes('coordinators')} />
      </Fact>
      <Fact words={t('Sản phẩm')}>
        <Texts lines={row.deliverables} />
      </Fact>
      <Fact words={t('Chỉ tiêu')}>
        {row.targets.length === 0 ? (
          <Nothing />
        ) : (
          <ul className="plain">
            {row.targets.map((target) => (
              <li key={JSON.stringify(target)}>
                <Chip>{formatTarget(target)}</Chip>{' '}
                <span className="dim">{formatTargetFully(target).split(' · ').slice(1).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  );
}

function Nothing() {
  return <span className="dim">{t('Không ghi')}</span>;
}

function Inherited({ is }: { readonly is: boolean }) {
  return is ? <span className="dim">{t('(theo mục trên)')}</span> : null;
}

function Texts({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <Nothing />;
  return (
    <ul className="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function TaskFindings({ task }: { readonly task: TaskDetail }) {
  if (task.findings.length === 0) return null;
  return (
    <section aria-labelledby="xem-lai">
      <h2 id="xem-lai" className="section-title">
        {t('Điều cần xem lại')} ({formatNumber(task.findings.length)})
      </h2>
      <ul className="findings">
        {task.findings.map(({ id, code, message, remedy }) => (
          <li key={id}>
            <Chip tone="warn">{formatFindingKind(code)}</Chip> {message} <span className="dim">{remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words of columns the plan has no field for. */
function TaskNotes({ task }: { readonly task: TaskDetail }) {
  const { notes } = task.row;
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="ghi-chu">
      <h2 id="ghi-chu" className="section-title">
        {t('Cột khác của văn bản')}
      </h2>
      <dl className="facts">
        {notes.map(({ header, text }) => (
          <Fact key={header} words={header}>
            {text}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function TaskHistory({ task }: { readonly task: TaskDetail }) {
  return (
    <section aria-labelledby="lich-su">
      <h2 id="lich-su" className="section-title">
        {t('Lịch sử')}
      </h2>
      <ChangeList planId={task.planId} taskId={task.row.id} />
    </section>
  );
}

function TaskChildren({ task }: { readonly task: TaskDetail }) {
  if (task.children.length === 0) return null;
  return (
    <section aria-labelledby="ben-trong">
      <h2 id="ben-trong" className="section-title">
        {t('Bên trong')} ({formatNumber(task.children.length)})
      </h2>
      <ul className="plain">
        {task.children.map(({ id, code, name }) => (
          <li key={id}>
            <Group gap="xs" wrap="nowrap" align="baseline">
              <span className="code">{code}</span>
              <PageLink to={paths.task(id)}>{name}</PageLink>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
