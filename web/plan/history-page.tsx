import { t } from '../i18n/translate.ts';
import { useAccess } from '../session.tsx';
import { Page } from '../ui/page.tsx';
import { useAddress } from '../ui/url-words.ts';
import { ChangeList } from './change-list.tsx';
import { ImportList } from './import-list.tsx';
import { PlanChoice } from './plan-choice.tsx';
import { useChosenPlan } from './plan-queries.ts';

interface Address {
  readonly plan?: string | undefined;
}

/** Lịch sử: what was done to a plan, and the documents it was made from. */
export function HistoryPage() {
  const [address, setAddress] = useAddress<Address>();
  const mayReadImports = useAccess('import.read').allowed;
  const { chosen, plans } = useChosenPlan(address.plan);
  return (
    <Page
      title={t('Lịch sử')}
      about={t('Mọi thay đổi được giữ lại; thay đổi gần nhất hoàn tác được.')}
      actions={
        <PlanChoice plans={plans.data ?? []} chosen={chosen?.id} onChoose={(plan) => setAddress({ plan })} />
      }
    >
      {chosen === undefined || chosen === null ? null : (
        <section aria-labelledby="thay-doi">
          <h2 id="thay-doi" className="section-title">
            {t('Các thay đổi: {title}', { title: chosen.title })}
          </h2>
          <ChangeList planId={chosen.id} />
        </section>
      )}
      {mayReadImports ? <ImportList /> : null}
    </Page>
  );
}
