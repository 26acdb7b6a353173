import '../../task/work/work.css';
import './letter.css';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { PlanChoice } from '../../plan/plan-choice.tsx';
import { plansQuery } from '../../plan/plan-queries.ts';
import { useAccess } from '../../session.tsx';
import { TakeAway } from '../../take-away.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { Views } from '../../ui/views.tsx';
import { WorkPlaces } from '../../work-places.tsx';
import { ComposeLetter } from './compose-letter.tsx';
import { overdueQuery } from './letter-queries.ts';
import { LetterRegister } from './letter-register.tsx';
import { OverdueList } from './overdue-list.tsx';

interface LettersAddress {
  readonly plan?: string | undefined;
  readonly agency?: string | undefined;
  readonly tab?: string | undefined;
  readonly nam?: string | undefined;
}

/** Đôn đốc: what is overdue by agency, the letter that urges it as it will look, and the register of letters. */
export function LettersPage() {
  const [address, setAddress] = useAddress<LettersAddress>();
  const isRegister = address.tab === 'so';
  return (
    <Page
      title={t('Đôn đốc')}
      about={t('Việc quá hạn theo cơ quan, công văn đôn đốc và sổ các công văn đã ban hành.')}
      actions={<TakeAway address={fileOf(address)} />}
    >
      <WorkPlaces />
      <Views label={t('Cách xem')}>
        <PageLink
          to={paths.letters()}
          search={{ ...address, tab: undefined }}
          className="place"
          aria-current={isRegister ? undefined : 'page'}
        >
          {t('Việc quá hạn')}
        </PageLink>
        <PageLink
          to={paths.letters()}
          search={{ ...address, tab: 'so' }}
          className="place"
          aria-current={isRegister ? 'page' : undefined}
        >
          {t('Sổ công văn')}
        </PageLink>
      </Views>
      {isRegister ? (
        <LetterRegister year={address.nam} onYear={(nam) => setAddress({ nam })} />
      ) : (
        <Overdue address={address} onAddress={setAddress} />
      )}
    </Page>
  );
}

/** The register, or what is overdue of the plan and agency shown. */
function fileOf({ tab, nam, plan, agency }: LettersAddress): string {
  if (tab === 'so')
    return `${paths.exportRegister()}?${new URLSearchParams(nam === undefined ? {} : { year: nam })}`;
  return `${paths.exportRows()}?${new URLSearchParams({
    view: 'late',
    ...(plan === undefined ? {} : { planId: plan }),
    ...(agency === undefined ? {} : { agencyId: agency }),
  })}`;
}

function Overdue({
  address,
  onAddress,
}: {
  readonly address: LettersAddress;
  readonly onAddress: (changes: Partial<LettersAddress>) => void;
}) {
  const issues = useAccess('letter.issue').allowed;
  const plans = useQuery(plansQuery).data ?? [];
  const every = useQuery(overdueQuery({ planId: address.plan }));
  const asked = { planId: address.plan, agencyId: address.agency };
  const overdue = useQuery(overdueQuery(asked));
  return (
    <>
      <search className="filters-line no-print" aria-label={t('Tìm và lọc')}>
        <PlanChoice plans={plans} chosen={address.plan} onChoose={(plan) => onAddress({ plan })} />
        <Choice
          label={t('Cơ quan')}
          placeholder={t('Tất cả')}
          value={address.agency}
          options={(every.data?.agencies ?? []).map(({ agencyId, agencyName, items }) => ({
            value: agencyId,
            label: `${agencyName} (${items.length})`,
          }))}
          onChoose={(agency) => onAddress({ agency })}
        />
      </search>
      {overdue.data?.isCut === true ? (
        <p className="notice notice-warn" role="status">
          {t('Quá nhiều việc quá hạn để hiện hết một lần; hãy chọn một cơ quan hoặc một kế hoạch.')}
        </p>
      ) : null}
      <Loaded query={overdue}>
        {(held) =>
          held.agencies.length === 0 ? (
            <Empty title={t('Không có việc nào quá hạn')}>
              <p className="dim">{t('Khi có việc quá hạn, việc sẽ hiện ở đây theo từng cơ quan.')}</p>
            </Empty>
          ) : issues && held.start !== null ? (
            <ComposeLetter
              key={`${address.plan} ${address.agency}`}
              overdue={held}
              start={held.start}
              isStale={overdue.isPlaceholderData}
            />
          ) : (
            <OverdueList agencies={held.agencies} />
          )
        }
      </Loaded>
    </>
  );
}
