import { useQuery } from '@tanstack/react-query';
import { reformsQuery } from '../../agency/reform/reform-queries.ts';
import { formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { useAccess } from '../../session.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { unansweredQuery } from './overview-queries.ts';

/** What nobody but the person who looks can settle: reforms to approve, and what others asked them. */
export function WaitsForYou() {
  const approves = useAccess('reform.approve').allowed;
  const reforms = useQuery({ ...reformsQuery, enabled: approves });
  const unanswered = useQuery(unansweredQuery);
  const submitted = (reforms.data ?? []).filter(({ state }) => state === 'submitted');
  return (
    <section aria-labelledby="cho-quyet-dinh">
      <h2 id="cho-quyet-dinh" className="section-title">
        {t('Đang chờ bạn')}
      </h2>
      <Loaded query={unanswered}>
        {(said) =>
          submitted.length + said.length === 0 ? (
            <p className="dim">{t('Không có gì đang chờ bạn.')}</p>
          ) : (
            <ul className="leader-list">
              {submitted.map(({ id, title }) => (
                <li key={id}>
                  <PageLink to={paths.reform(id)}>{title}</PageLink>
                  <div className="dim small">{t('Phương án sắp xếp chờ duyệt')}</div>
                </li>
              ))}
              {said.map(({ id, taskId, partId, work, words, actor, occurredAt }) => (
                <li key={id}>
                  <PageLink to={partId === null ? paths.task(taskId) : paths.part(partId)}>{work}</PageLink>
                  <p className="said clamp">{words}</p>
                  <div className="dim small">
                    {t('{name} hỏi lúc {at}', { name: actor, at: formatInstant(occurredAt) })}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
