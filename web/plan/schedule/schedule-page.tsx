import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaskSchedule } from '#contract/plan/schedule.ts';
import {
  countSchedule,
  filterSchedule,
  type ScheduleShow,
  type ShownTask,
} from '#domain/plan/schedule/filter-schedule.ts';
import { PROPOSAL_GROUNDS } from '#domain/plan/schedule/schedule-item.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { useAccess } from '../../session.tsx';
import { TakeAway } from '../../take-away.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { outlineQuery } from '../plan-queries.ts';
import { asScheduleFilter, scheduleQuery } from './as-schedule-filter.ts';
import { DecideManyForm } from './day-forms.tsx';
import { type Choosing, ProposalList } from './proposal-list.tsx';
import { ScheduleItems } from './schedule-items.tsx';
import { type Offer, planScheduleQuery } from './schedule-queries.ts';
import type { ScheduleView } from './schedule-view.ts';
import { formatGround } from './schedule-words.ts';

type Shown = ShownTask<TaskSchedule>;

/** Mốc thời hạn: every task of a plan with what falls due when and why, and what is proposed for its owner to decide. */
export function SchedulePage() {
  const { planId = '' } = useParams({ strict: false });
  const [view] = useAddress<ScheduleView>();
  const schedule = useQuery(planScheduleQuery(planId));
  return (
    <Page
      title={t('Mốc thời hạn')}
      about={
        schedule.data === undefined ? undefined : (
          <PageLink to={paths.plan(planId)}>{schedule.data.title}</PageLink>
        )
      }
      actions={<TakeAway address={`${paths.exportSchedule(planId)}?${scheduleQuery(view)}`} />}
    >
      <Loaded query={schedule}>{({ tasks }) => <PlanSchedule planId={planId} tasks={tasks} />}</Loaded>
    </Page>
  );
}

function PlanSchedule({
  planId,
  tasks,
}: {
  readonly planId: string;
  readonly tasks: readonly TaskSchedule[];
}) {
  const [view, setView] = useAddress<ScheduleView>();
  const { allowed } = useAccess('schedule.accept');
  const filter = asScheduleFilter(view);
  const shown = filterSchedule(tasks, filter);
  return (
    <>
      <Shows tasks={tasks} show={filter.show ?? 'open'} onShow={(show) => setView({ show })} />
      <Filters planId={planId} view={{ ...view, ground: filter.ground }} onView={setView} />
      <p className="dim view-about" role="status">
        {t('{n} nhiệm vụ, {m} mốc đề xuất', {
          n: formatNumber(shown.length),
          m: formatNumber(shown.reduce((sum, { proposals }) => sum + proposals.length, 0)),
        })}
      </p>
      {shown.length === 0 ? (
        <Empty title={t('Không có nhiệm vụ nào như vậy')}>{t('Hãy chọn "Tất cả" hoặc bỏ lọc.')}</Empty>
      ) : allowed ? (
        <Deciding shown={shown} />
      ) : (
        <Tasks shown={shown} />
      )}
    </>
  );
}

function Shows({
  tasks,
  show,
  onShow,
}: {
  readonly tasks: readonly TaskSchedule[];
  readonly show: ScheduleShow;
  readonly onShow: (show: ScheduleShow) => void;
}) {
  const { open, undated, declined } = countSchedule(tasks);
  const shows: readonly (readonly [ScheduleShow, string, number])[] = [
    ['open', t('Chờ quyết định'), open],
    ['undated', t('Chưa có ngày'), undated],
    ['declined', t('Không dùng'), declined],
    ['all', t('Tất cả'), tasks.length],
  ];
  return (
    <nav aria-label={t('Nhóm mốc thời hạn')} className="kinds kinds-line no-print">
      {shows.map(([id, words, count]) => (
        <button
          key={id}
          type="button"
          className="kind"
          aria-current={id === show ? 'true' : undefined}
          onClick={() => onShow(id)}
        >
          <span>{words}</span> <span className="count">{formatNumber(count)}</span>
        </button>
      ))}
    </nav>
  );
}

function Filters({
  planId,
  view,
  onView,
}: {
  readonly planId: string;
  readonly view: ScheduleView;
  readonly onView: (changes: Partial<ScheduleView>) => void;
}) {
  const areas = (useQuery(outlineQuery(planId)).data ?? []).filter(({ kind }) => kind === 'area');
  return (
    <search className="filters-line no-print" aria-label={t('Tìm và lọc')}>
      <SearchBox
        label={t('Tìm nhiệm vụ (không cần dấu)')}
        value={view.search ?? ''}
        onSearch={(search) => onView({ search })}
      />
      <Choice
        label={t('Lĩnh vực')}
        placeholder={t('Tất cả')}
        value={view.area}
        options={areas.map(({ id, code, name }) => ({ value: id, label: `${code}. ${name}` }))}
        onChoose={(area) => onView({ area })}
      />
      <Choice
        label={t('Căn cứ đề xuất')}
        placeholder={t('Tất cả')}
        value={view.ground}
        options={PROPOSAL_GROUNDS.map((ground) => ({ value: ground, label: formatGround(ground) }))}
        onChoose={(ground) => onView({ ground })}
      />
    </search>
  );
}

const keyOf = ({ task, proposal }: Offer) => `${task.taskId} ${proposal.kind} ${proposal.label}`;

/** The tasks shown, with several proposals chosen and decided on at once. */
function Deciding({ shown }: { readonly shown: readonly Shown[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<'accept' | 'decline'>();
  const offers = shown.flatMap(({ task, proposals }) => proposals.map((proposal) => ({ task, proposal })));
  // What is no longer shown is not decided on unseen.
  const taken = offers.filter((offer) => chosen.has(keyOf(offer)));
  const close = () => setDecision(undefined);
  const done = () => {
    setChosen(new Set());
    close();
  };
  return (
    <>
      {offers.length === 0 ? null : (
        <div className="choose-bar no-print">
          <Checkbox
            size="md"
            label={t('Chọn cả {n} mốc đang hiện', { n: formatNumber(offers.length) })}
            checked={taken.length === offers.length}
            indeterminate={taken.length > 0 && taken.length < offers.length}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? offers.map(keyOf) : []))}
          />
          <Button size="compact-md" disabled={taken.length === 0} onClick={() => setDecision('accept')}>
            {t('Chấp nhận {n} mốc', { n: formatNumber(taken.length) })}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            disabled={taken.length === 0}
            onClick={() => setDecision('decline')}
          >
            {t('Không dùng {n} mốc', { n: formatNumber(taken.length) })}
          </Button>
        </div>
      )}
      <Tasks
        shown={shown}
        choosing={{
          isChosen: (offer) => chosen.has(keyOf(offer)),
          onChoose: (offer, isChosen) => {
            const next = new Set(chosen);
            if (isChosen) next.add(keyOf(offer));
            else next.delete(keyOf(offer));
            setChosen(next);
          },
        }}
      />
      <Dialog
        title={
          decision === 'decline'
            ? t('Không dùng {n} mốc', { n: formatNumber(taken.length) })
            : t('Chấp nhận {n} mốc', { n: formatNumber(taken.length) })
        }
        isOpen={decision !== undefined}
        onClose={close}
      >
        <DecideManyForm decision={decision ?? 'accept'} offers={taken} onDone={done} />
      </Dialog>
    </>
  );
}

function Tasks({ shown, choosing }: { readonly shown: readonly Shown[]; readonly choosing?: Choosing }) {
  return (
    <div className="schedule">
      {shown.map(({ task, proposals }) => (
        <article key={task.taskId} className="schedule-task" aria-labelledby={`nv-${task.taskId}`}>
          <h2 id={`nv-${task.taskId}`} className="schedule-name">
            <span className="code">{task.code}</span>{' '}
            <PageLink to={paths.task(task.taskId)}>{task.name}</PageLink>
          </h2>
          <p className="dim small">
            {task.deadline === '' ? t('Văn bản không ghi thời hạn') : <q>{task.deadline}</q>}
          </p>
          <ScheduleItems task={task} />
          <ProposalList task={task} proposals={proposals} {...(choosing === undefined ? {} : { choosing })} />
        </article>
      ))}
    </div>
  );
}
