import { useQuery } from '@tanstack/react-query';
import type { Part, WaitChain } from '#contract/task/work.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { chainsQuery } from './work-queries.ts';

/** Who waits for whom around this part, to the last who can act; a circle says that nobody will. */
export function WaitChains({ part }: { readonly part: Part }) {
  const isBlocked = part.items.some(({ blocker }) => blocker !== null);
  const { data = [] } = useQuery({ ...chainsQuery(part.task.planId), enabled: isBlocked });
  const own = data.filter(({ steps }) => steps.some(({ assignmentId }) => assignmentId === part.id));
  if (!isBlocked || own.length === 0) return null;
  return (
    <section aria-labelledby="vuong-mac">
      <h2 id="vuong-mac" className="section-title">
        {t('Ai đang chờ ai')}
      </h2>
      {own.map((chain) => (
        <Chain key={JSON.stringify(chain.steps)} chain={chain} />
      ))}
    </section>
  );
}

/** Every chain of a plan, longest waiting first. */
export function AllChains({ planId }: { readonly planId: string | undefined }) {
  const query = useQuery(chainsQuery(planId));
  return (
    <Loaded query={query}>
      {(chains) =>
        chains.length === 0 ? (
          <Empty title={t('Không cơ quan nào báo đang chờ')} />
        ) : (
          chains.map((chain) => <Chain key={JSON.stringify(chain.steps)} chain={chain} />)
        )
      }
    </Loaded>
  );
}

function Chain({ chain: { steps, isCircle } }: { readonly chain: WaitChain }) {
  return (
    <div className="wait-chain">
      {isCircle ? <Chip tone="warn">{t('Chờ nhau thành vòng: cần chủ trì kế hoạch gỡ')}</Chip> : null}
      <ol>
        {steps.map((step) => (
          <li key={`${step.dueItemId} ${step.agencyName} ${step.since}`}>
            <strong>{step.agencyName ?? t('Bên ngoài tỉnh')}</strong>
            {step.work === null ? null : (
              <>
                {' – '}
                {step.assignmentId === null ? (
                  step.work
                ) : (
                  <PageLink to={paths.part(step.assignmentId)}>{step.work}</PageLink>
                )}
              </>
            )}
            {step.words === null ? null : (
              <div className="dim">
                {step.since === null ? null : t('chờ từ {day}:', { day: formatDay(step.since) })} {step.words}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
