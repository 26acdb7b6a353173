import './work.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Part } from '#contract/task/work.ts';
import { formatRole } from '../../agency/agency-words.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { KeptNote } from '../offline/kept-note.tsx';
import { PartItems } from './part-items.tsx';
import { TaskThread } from './task-thread.tsx';
import { useWorkNews } from './use-work-news.ts';
import { WaitChains } from './wait-chains.tsx';
import { partQuery } from './work-queries.ts';

/** Everything about one part: what the document asks, what falls due, what was done, who waits, what is said. */
export function PartPage() {
  useWorkNews();
  const { assignmentId = '' } = useParams({ strict: false });
  const part = useQuery(partQuery(assignmentId));
  return (
    <Page
      title={part.data === undefined ? t('Phần việc') : `${part.data.task.code}. ${part.data.task.name}`}
      about={part.data === undefined ? undefined : <About part={part.data} />}
    >
      <KeptNote query={part} />
      <Loaded query={part}>
        {(loaded) => (
          <div className="task">
            <PartItems key={assignmentId} part={loaded} />
            <WaitChains part={loaded} />
            <TaskThread part={loaded} />
            <PartFacts part={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function About({ part }: { readonly part: Part }) {
  return (
    <>
      <PageLink to={paths.plan(part.task.planId)}>{part.task.planTitle}</PageLink>
      {' › '}
      <PageLink to={paths.task(part.task.id)}>{t('Nhiệm vụ {code}', { code: part.task.code })}</PageLink>
      <div>
        {formatRole(part.role)}: <strong>{part.agencyName}</strong>
        {part.holder === null
          ? null
          : ` · ${t('{name} thực hiện', { name: part.holder.name ?? t('một người của cơ quan') })}`}
      </div>
    </>
  );
}

function PartFacts({ part: { task, basis, others } }: { readonly part: Part }) {
  return (
    <section aria-labelledby="van-ban">
      <h2 id="van-ban" className="section-title">
        {t('Văn bản giao việc')}
      </h2>
      <dl className="facts">
        <div className="fact">
          <dt>{t('Lời văn giao việc')}</dt>
          <dd>
            <q>{basis}</q>
          </dd>
        </div>
        <div className="fact">
          <dt>{t('Thời hạn')}</dt>
          <dd>{task.deadlineText === '' ? t('Không ghi') : task.deadlineText}</dd>
        </div>
        <div className="fact">
          <dt>{t('Sản phẩm')}</dt>
          <dd>
            <ul className="plain">
              {task.deliverables.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </div>
        {others.length === 0 ? null : (
          <div className="fact">
            <dt>{t('Cơ quan khác')}</dt>
            <dd>
              <ul className="agency-list">
                {others.map(({ id, agencyName, role }) => (
                  <li key={id}>
                    {role === 'oversee' ? agencyName : <PageLink to={paths.part(id)}>{agencyName}</PageLink>}{' '}
                    <span className="dim small">{formatRole(role)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
