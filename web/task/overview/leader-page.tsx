import '../work/work.css';
import './overview.css';
import { useQuery } from '@tanstack/react-query';
import type { DueFilter } from '#contract/task/overview.ts';
import type { DueRow } from '#contract/task/work.ts';
import { fromEpochDay, toEpochDay } from '#domain/calendar/epoch-day.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { PlanChoice } from '../../plan/plan-choice.tsx';
import { TakeAway } from '../../take-away.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { WorkPlaces } from '../../work-places.tsx';
import { formatDaysLeft, formatDeed } from '../work/work-words.ts';
import { asFilter } from './as-filter.ts';
import { Figures } from './figures.tsx';
import { dueRowsQuery, plansQuery, type Room, recentActsQuery, roomQuery } from './overview-queries.ts';
import { filterQuery, type OverviewView } from './overview-view.ts';
import { WaitsForYou } from './waits-for-you.tsx';

const WORST = 7;
const LATEST = 12;
const WEEK = 7;

/** Lãnh đạo: five minutes on a phone: how it stands, who is behind, what is longest late, what was done this week. */
export function LeaderPage() {
  const [address, setAddress] = useAddress<OverviewView>();
  const plans = useQuery(plansQuery).data ?? [];
  const filter = asFilter({ plan: address.plan });
  const query = useQuery(roomQuery(filter));
  return (
    <Page
      title={t('Tình hình thực hiện')}
      about={query.data === undefined ? undefined : t('Tính đến {day}', { day: formatDay(query.data.today) })}
      actions={<TakeAway address={`${paths.exportRoom()}?${filterQuery(filter)}`} />}
    >
      <WorkPlaces />
      <PlanChoice
        plans={plans}
        chosen={address.plan}
        unchosen={t('Tất cả')}
        onChoose={(plan) => setAddress({ plan })}
      />
      <Loaded query={query}>
        {(room) =>
          room.counts.total === 0 ? (
            <Empty title={t('Chưa có việc nào')} />
          ) : (
            <>
              <Summary room={room} />
              <Figures
                counts={room.counts}
                views={['late', 'soon', 'silent', 'stuck', 'submitted', 'finished']}
                to={paths.controlRoom()}
                address={{ plan: address.plan }}
              />
              <WaitsForYou />
              <Behind room={room} plan={address.plan} />
              <LongestLate filter={filter} />
              <ThisWeek filter={filter} today={room.today} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Summary({ room: { counts } }: { readonly room: Room }) {
  const due = counts.due ?? 0;
  const inTime = counts['in-time'] ?? 0;
  return (
    <p className="view-about">
      {due === 0
        ? t('{n} việc, chưa việc nào đến hạn.', { n: formatNumber(counts.total) })
        : t('{in} trên {due} việc đã đến hạn nộp đúng hạn ({percent} %); tất cả {n} việc.', {
            in: formatNumber(inTime),
            due: formatNumber(due),
            percent: formatNumber(Math.round((inTime / due) * 100)),
            n: formatNumber(counts.total),
          })}
    </p>
  );
}

function Behind({ room, plan }: { readonly room: Room; readonly plan: string | undefined }) {
  const behind = room.agencies.filter(({ counts }) => (counts.late ?? 0) > 0).slice(0, WORST);
  return (
    <section aria-labelledby="cham">
      <h2 id="cham" className="section-title">
        {t('Cơ quan chậm nhiều nhất')}
      </h2>
      {behind.length === 0 ? (
        <p className="dim">{t('Không cơ quan nào có việc quá hạn.')}</p>
      ) : (
        <ul className="leader-list">
          {behind.map(({ id, name, counts }) => (
            <li key={id}>
              <PageLink to={paths.controlRoom()} search={{ plan, agency: id, tab: 'rows', view: 'late' }}>
                {name}
              </PageLink>{' '}
              <span className="late">{t('{n} việc quá hạn', { n: formatNumber(counts.late ?? 0) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LongestLate({ filter }: { readonly filter: DueFilter }) {
  const query = useQuery(dueRowsQuery({ ...filter, view: 'late', role: 'lead' }));
  return (
    <section aria-labelledby="lau-nhat">
      <h2 id="lau-nhat" className="section-title">
        {t('Quá hạn lâu nhất')}
      </h2>
      <Loaded query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="dim">{t('Không có việc nào quá hạn.')}</p>
          ) : (
            <ul className="leader-list">
              {[...Map.groupBy(rows, ({ taskId, label }) => `${taskId} ${label}`).values()]
                .slice(0, WORST)
                .map((held) => (
                  <LateWork key={held[0]?.id} rows={held} plan={filter.planId} />
                ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** One piece of work that one or several agencies are late with. */
function LateWork({ rows, plan }: { readonly rows: readonly DueRow[]; readonly plan: string | undefined }) {
  const [first] = rows;
  if (first === undefined) return null;
  const many = rows.length > 1;
  return (
    <li>
      <PageLink
        to={many ? paths.controlRoom() : paths.part(first.assignmentId)}
        search={many ? { plan, search: first.code, tab: 'rows', view: 'late' } : { viec: first.id }}
      >
        {`${first.code}. ${first.name}`}
      </PageLink>
      <div className="small">
        {many ? t('{n} cơ quan', { n: formatNumber(rows.length) }) : first.agencyName} ·{' '}
        <span className="late">{formatDaysLeft(first)}</span>
      </div>
      {many ? null : (
        <div className="dim small">{first.blocker?.words ?? first.lastText ?? t('Chưa có báo cáo')}</div>
      )}
    </li>
  );
}

function ThisWeek({ filter, today }: { readonly filter: DueFilter; readonly today: string }) {
  const since = fromEpochDay(toEpochDay(today) - WEEK);
  const query = useQuery(recentActsQuery(filter, since, LATEST));
  return (
    <section aria-labelledby="tuan-qua">
      <h2 id="tuan-qua" className="section-title">
        {t('Bảy ngày qua')}
      </h2>
      <Loaded query={query}>
        {({ total, acts }) =>
          total === 0 ? (
            <p className="dim">{t('Chưa có gì được ghi trong bảy ngày qua.')}</p>
          ) : (
            <>
              <p className="dim view-about">{t('{n} lần ghi', { n: formatNumber(total) })}</p>
              <ul className="leader-list">
                {acts.map((act) => (
                  <li key={act.id}>
                    <strong>{formatDeed(act.kind)}</strong>{' '}
                    <span className="dim small">{formatDay(act.occurredOn)}</span>
                    <div>
                      <PageLink to={paths.part(act.assignmentId)} search={{ viec: act.dueItemId }}>
                        {act.work}
                      </PageLink>
                    </div>
                    <div className="dim small">{act.ofAgencyName}</div>
                    {typeof act.body['text'] === 'string' ? (
                      <p className="said clamp">{act.body['text']}</p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
