import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { ActButton } from '../act-button.tsx';
import { explainFailure } from '../api.ts';
import { downloadFile } from '../download.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, Failure, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { AuditFilters } from './audit-filters.tsx';
import { entriesQuery } from './audit-queries.ts';
import { AuditTable } from './audit-table.tsx';
import { type AuditView, exportAddress, filterOf, isFiltered } from './audit-view.ts';
import { ChainState } from './chain-state.tsx';
import { EntryDialog } from './entry-dialog.tsx';

/** Nhật ký: whether what was done is whole, and what was done to one thing, by one person, on one day. */
export function AuditPage() {
  const [view, setView] = useAddress<AuditView>();
  const seesWork = useAccess('plan.read').allowed;
  const entry = Number(view.entry);
  return (
    <Page
      title={t('Nhật ký')}
      about={t('Ai làm gì, thay cơ quan nào, lúc nào, từ đâu, đổi gì. Chỉ ghi thêm, không ai sửa được.')}
      actions={<Exports view={view} />}
    >
      <ChainState onOpen={(seq) => setView({ entry: String(seq) })} />
      {seesWork ? null : (
        <p className="dim">
          {t(
            'Chức vụ của bạn xem được việc trên người dùng, cơ quan và cài đặt; không xem việc trên kế hoạch.',
          )}
        </p>
      )}
      <AuditFilters view={view} onView={setView} />
      <Entries view={view} onView={setView} />
      {Number.isInteger(entry) && entry > 0 ? (
        <EntryDialog seq={entry} onView={setView} onClose={() => setView({ entry: undefined })} />
      ) : null}
    </Page>
  );
}

interface ViewProps {
  readonly view: AuditView;
  readonly onView: (changes: Partial<AuditView>) => void;
}

function Entries({ view, onView }: ViewProps) {
  const entries = useInfiniteQuery(entriesQuery(filterOf(view)));
  return (
    <Loaded query={entries}>
      {({ pages }) => {
        const shown = pages.flatMap((page) => page.entries);
        if (shown.length === 0)
          return isFiltered(view) ? (
            <Empty title={t('Không có dòng nhật ký nào như vậy')}>
              <Button variant="default" onClick={() => onView(NO_FILTER)}>
                {t('Bỏ lọc')}
              </Button>
            </Empty>
          ) : (
            <Empty title={t('Chưa có gì trong nhật ký')}>
              <p className="dim">{t('Mỗi việc làm trên kế hoạch, người dùng, cơ quan sẽ hiện ở đây.')}</p>
            </Empty>
          );
        return (
          <>
            <AuditTable entries={shown} onView={onView} />
            <MoreButton query={entries} words={t('Xem các dòng cũ hơn')} />
            {entries.hasNextPage ? null : <p className="dim">{t('Hết: không còn dòng nào cũ hơn.')}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

const NO_FILTER: AuditView = {
  text: undefined,
  act: undefined,
  person: undefined,
  agency: undefined,
  kind: undefined,
  thing: undefined,
  from: undefined,
  to: undefined,
};

function Exports({ view }: { readonly view: AuditView }) {
  const queries = useQueryClient();
  const download = useMutation({
    mutationFn: (path: string) => downloadFile(exportAddress(path, view)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['audit', 'entries'] }),
  });
  return (
    <>
      {[paths.exportAuditLines(), paths.exportAuditXlsx()].map((path) => {
        const kind = path.slice(path.lastIndexOf('.'));
        return (
          <ActButton
            key={path}
            act="audit.export"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t('Xuất {kind}', { kind })}
            loading={download.isPending && download.variables === path}
            onClick={() => download.mutate(path)}
          >
            {kind}
          </ActButton>
        );
      })}
      {download.error === null ? null : (
        <Failure title={t('Không xuất được')} sentences={explainFailure(download.error)} />
      )}
    </>
  );
}
