import { useQuery } from '@tanstack/react-query';
import type { Plan } from '#contract/plan.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { OwnPartsNote } from '../own-parts-note.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { plansQuery } from './plan-queries.ts';

/** Every plan held, newest first. */
export function PlansPage() {
  const plans = useQuery(plansQuery);
  return (
    <Page
      title={t('Kế hoạch')}
      actions={
        <PageLink to={paths.upload()} className="button-link button-accent">
          {t('Nhập văn bản')}
        </PageLink>
      }
    >
      <Loaded query={plans}>
        {(loaded) => (loaded.length === 0 ? <NoPlans /> : <PlanCards plans={loaded} />)}
      </Loaded>
    </Page>
  );
}

/** What every page about a plan says while there is none. */
export function NoPlans() {
  return (
    <Empty title={t('Chưa có kế hoạch nào')}>
      <span>{t('Hãy nhập văn bản kế hoạch (Word, Excel, PDF); mọi trang khác lập từ văn bản đó.')}</span>
      <PageLink to={paths.upload()} className="button-link button-accent">
        {t('Nhập văn bản')}
      </PageLink>
    </Empty>
  );
}

function PlanCards({ plans }: { readonly plans: readonly Plan[] }) {
  return (
    <>
      <OwnPartsNote />
      <ul className="cards">
        {plans.map((plan) => (
          <li key={plan.id} className="card">
            <h2 className="card-title">
              <PageLink to={paths.plan(plan.id)}>{plan.title}</PageLink>
            </h2>
            <div className="dim">
              {[
                plan.number === null ? undefined : t('Số {number}', { number: plan.number }),
                plan.issuedOn === null ? undefined : t('ngày {day}', { day: formatDay(plan.issuedOn) }),
                plan.issuer ?? undefined,
              ]
                .filter((part) => part !== undefined)
                .join(', ')}
            </div>
            <dl className="figures">
              <Figure words={t('Lĩnh vực')} value={plan.counts.areas} to={paths.plan(plan.id)} />
              <Figure words={t('Nhiệm vụ')} value={plan.counts.tasks} to={paths.plan(plan.id)} />
              <Figure
                words={t('Phần việc')}
                value={plan.counts.assignments}
                to={paths.agencies()}
                search={{ view: 'work', plan: plan.id }}
              />
              <Figure
                words={t('Điều cần xem lại')}
                value={plan.counts.findings}
                to={paths.findings()}
                search={{ plan: plan.id }}
              />
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Figure({
  words,
  value,
  to,
  search = {},
}: {
  readonly words: string;
  readonly value: number;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}) {
  return (
    <div className="figure">
      <dt>{words}</dt>
      <dd>
        <PageLink to={to} search={search}>
          {formatNumber(value)}
        </PageLink>
      </dd>
    </div>
  );
}
