import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Reform } from '#contract/agency/reform.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { useAccess } from '../../session.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { AgencyPlaces } from '../agencies-page.tsx';
import { EventList } from './event-list.tsx';
import { ReformActs } from './reform-acts.tsx';
import { ReformPreviewPart } from './reform-preview.tsx';
import { ProblemNotice } from './reform-problems.tsx';
import { reformQuery } from './reform-queries.ts';
import { ReformSteps } from './reform-steps.tsx';
import { formatDecision, formatReformState, REFORM_STATES } from './reform-words.ts';

/** One reform: its events, what they move, and the acts that take it on. */
export function ReformPage() {
  const { reformId = '' } = useParams({ strict: false });
  const reform = useQuery(reformQuery(reformId));
  return (
    <Page
      title={reform.data?.title ?? t('Phương án sắp xếp')}
      about={reform.data === undefined ? undefined : <About reform={reform.data} />}
      actions={reform.data === undefined ? undefined : <ReformSteps reform={reform.data} />}
    >
      <AgencyPlaces here="reforms" />
      <Loaded query={reform}>{(loaded) => <Workbench reform={loaded} />}</Loaded>
    </Page>
  );
}

function About({ reform }: { readonly reform: Reform }) {
  return (
    <>
      <PageLink to={paths.reforms()}>{t('Mọi phương án')}</PageLink>
      {' · '}
      {t('Hiệu lực từ {day}', { day: formatDay(reform.effectiveOn) })}
      {' · '}
      {formatDecision(reform.decision)}
      {' · '}
      {t('Soạn: {name}', { name: reform.author.name })}
      {reform.decision.title === null ? null : <div>{reform.decision.title}</div>}
      {reform.note === '' ? null : <div className="verbatim">{reform.note}</div>}
    </>
  );
}

function Workbench({ reform }: { readonly reform: Reform }) {
  const mayDraft = useAccess('reform.draft', { state: reform.state }).allowed;
  const isOpen = reform.state !== 'applied' && reform.state !== 'reversed';
  return (
    <div className="agency">
      <StateSteps reform={reform} />
      {isOpen ? <ProblemNotice problems={reform.problems} /> : null}
      <EventList reform={reform} mayDraft={mayDraft} />
      {isOpen && reform.events.length > 0 ? <ReformPreviewPart reform={reform} mayDraft={mayDraft} /> : null}
      <ReformActs acts={reform.acts} />
    </div>
  );
}

/** How far the reform has come. */
function StateSteps({ reform: { state } }: { readonly reform: Reform }) {
  if (state === 'reversed')
    return (
      <p className="dim view-about">{t('Phương án đã đảo lại: mọi thứ trở về như trước khi thực hiện.')}</p>
    );
  return (
    <ol className="state-steps" aria-label={t('Các bước')}>
      {REFORM_STATES.map((one) => (
        <li key={one} aria-current={one === state ? 'step' : undefined}>
          {formatReformState(one)}
        </li>
      ))}
    </ol>
  );
}
