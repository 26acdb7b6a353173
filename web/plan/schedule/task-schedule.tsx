import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskSchedule as Schedule } from '#contract/plan/schedule.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { useAccess } from '../../session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { EnterDayForm } from './day-forms.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ScheduleItems } from './schedule-items.tsx';
import { taskScheduleQuery } from './schedule-queries.ts';

/** When a task falls due and why, on the page of the task. */
export function TaskSchedule({ taskId }: { readonly taskId: string }) {
  const schedule = useQuery(taskScheduleQuery(taskId));
  const { allowed } = useAccess('schedule.accept');
  return (
    <section aria-labelledby="moc-thoi-han">
      <h2 id="moc-thoi-han" className="section-title">
        {t('Thời hạn')}
      </h2>
      <Loaded query={schedule}>
        {(task) => (
          <>
            <ScheduleItems task={task} />
            {allowed ? <OwnersPart task={task} /> : null}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** What only the owner of the plan decides on. */
function OwnersPart({ task }: { readonly task: Schedule }) {
  const [isAdding, setAdding] = useState(false);
  const open = task.proposals.filter(({ declined }) => declined === null);
  const close = () => setAdding(false);
  return (
    <>
      {open.length === 0 ? null : (
        <h3 className="role-title">
          {t('Mốc đề xuất chờ quyết định')} ({formatNumber(open.length)})
        </h3>
      )}
      <ProposalList task={task} proposals={open} />
      <p className="due-acts no-print">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('Thêm mốc')}
        </Button>
        <PageLink to={paths.schedule(task.planId)} search={{ show: 'all', search: task.code }}>
          {t('Mốc thời hạn của cả kế hoạch')}
        </PageLink>
      </p>
      <Dialog title={t('Thêm mốc cho {code}', { code: task.code })} isOpen={isAdding} onClose={close}>
        <EnterDayForm task={task} onDone={close} />
      </Dialog>
    </>
  );
}
