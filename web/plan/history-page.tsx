import { t } from '../i18n/translate.ts';
import { Page } from '../ui/page.tsx';
import { ImportList } from './import-list.tsx';

/** Lịch sử: what was imported, confirmed and taken back. */
export function HistoryPage() {
  return (
    <Page title={t('Lịch sử')} about={t('Mỗi lần nhập được giữ lại và hoàn tác được.')}>
      <ImportList />
    </Page>
  );
}
