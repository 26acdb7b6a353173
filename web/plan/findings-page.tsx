import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding } from '#contract/plan.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { formatPlace } from './field-words.ts';
import { formatFindingKind } from './finding-words.ts';
import { PlanChoice } from './plan-choice.tsx';
import { findingsQuery, useChosenPlan } from './plan-queries.ts';
import { NoPlans } from './plans-page.tsx';

interface Address {
  readonly plan?: string | undefined;
  readonly kind?: string | undefined;
}

/** Rà soát: what in the document needs attention, by kind, with what to do about it. */
export function FindingsPage() {
  const [address, setAddress] = useAddress<Address>();
  const { chosen, plans } = useChosenPlan(address.plan);
  return (
    <Page
      title={t('Rà soát văn bản')}
      about={chosen?.title}
      actions={
        <PlanChoice
          plans={plans.data ?? []}
          chosen={chosen?.id}
          onChoose={(plan) => setAddress({ plan, kind: undefined })}
        />
      }
    >
      <Loaded query={{ ...plans, data: chosen }}>
        {(plan) =>
          plan === null ? (
            <NoPlans />
          ) : (
            <PlanFindings planId={plan.id} kind={address.kind} onKind={(kind) => setAddress({ kind })} />
          )
        }
      </Loaded>
    </Page>
  );
}

function PlanFindings({
  planId,
  kind,
  onKind,
}: {
  readonly planId: string;
  readonly kind: string | undefined;
  readonly onKind: (kind: string) => void;
}) {
  const findings = useQuery(findingsQuery(planId));
  return (
    <Loaded query={findings}>
      {(loaded) => {
        const groups = [...Map.groupBy(loaded, ({ code }) => code)].sort(
          ([, a], [, b]) => b.length - a.length,
        );
        const chosen = groups.find(([code]) => code === kind) ?? groups[0];
        if (chosen === undefined) return <Empty title={t('Không có điều nào cần xem lại')} />;
        return (
          <div className="beside">
            <nav aria-label={t('Loại điều cần xem lại')} className="kinds">
              {groups.map(([code, group]) => (
                <button
                  key={code}
                  type="button"
                  className="kind"
                  aria-current={code === chosen[0] ? 'true' : undefined}
                  onClick={() => onKind(code)}
                >
                  <span>{formatFindingKind(code)}</span>
                  <span className="count">{formatNumber(group.length)}</span>
                </button>
              ))}
            </nav>
            <FindingGroup key={chosen[0]} planId={planId} code={chosen[0]} findings={chosen[1]} />
          </div>
        );
      }}
    </Loaded>
  );
}

const STEP = 100;

function FindingGroup({
  planId,
  code,
  findings,
}: {
  readonly planId: string;
  readonly code: Finding['code'];
  readonly findings: readonly Finding[];
}) {
  const [shown, setShown] = useState(STEP);
  const remedies = [...new Set(findings.map(({ remedy }) => remedy))];
  const [shared] = remedies.length === 1 ? remedies : [];
  return (
    <section aria-labelledby="loai">
      <h2 id="loai" className="section-title">
        {formatFindingKind(code)} ({formatNumber(findings.length)})
      </h2>
      {shared === undefined ? null : (
        <p className="remedy">
          <strong>{t('Nên làm:')}</strong> {shared}
        </p>
      )}
      <p>
        <PageLink to={paths.plan(planId)} search={{ finding: code }}>
          {t('Xem các nhiệm vụ này trong kế hoạch')}
        </PageLink>
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="narrow">
              {t('Số')}
            </th>
            <th scope="col" className="half">
              {t('Nhiệm vụ')}
            </th>
            <th scope="col">{t('Điều tìm thấy')}</th>
            {shared === undefined ? <th scope="col">{t('Nên làm')}</th> : null}
            <th scope="col" className="narrow">
              {t('Chỗ trong văn bản')}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shown).map((finding) => (
            <tr key={finding.id}>
              <td data-label={t('Số')}>{finding.taskCode}</td>
              <td data-label={t('Nhiệm vụ')}>
                {finding.taskId === null ? (
                  <span className="dim">{t('Cả văn bản')}</span>
                ) : (
                  <PageLink to={paths.task(finding.taskId)}>{finding.taskName}</PageLink>
                )}
              </td>
              <td data-label={t('Điều tìm thấy')}>{finding.message}</td>
              {shared === undefined ? <td data-label={t('Nên làm')}>{finding.remedy}</td> : null}
              <td data-label={t('Chỗ trong văn bản')} className="dim">
                {formatPlace(finding.place)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < findings.length ? (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + STEP)}>
          {t('Xem thêm ({n})', { n: formatNumber(findings.length - shown) })}
        </Button>
      ) : null}
    </section>
  );
}
