import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import { auditActWords } from '#domain/audit/audit-words.ts';
import { formatDay, formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/state.tsx';
import { AlteredValues } from './altered-values.tsx';
import { entryQuery } from './audit-queries.ts';
import { Subject, Who } from './audit-table.tsx';
import type { AuditView } from './audit-view.ts';

interface EntryDialogProps {
  readonly seq: number;
  readonly onView: (changes: Partial<AuditView>) => void;
  readonly onClose: () => void;
}

/** One entry whole, with its link to the one before and the one after. */
export function EntryDialog({ seq, onView, onClose }: EntryDialogProps) {
  const held = useQuery(entryQuery(seq));
  return (
    <Dialog title={t('Dòng {seq} của nhật ký', { seq })} isOpen onClose={onClose} size="lg">
      <Loaded query={held}>
        {({ entry, previous, next, previousHash, link }) => (
          <>
            <dl className="audit-entry">
              <Part name={t('Lúc')}>{formatInstant(entry.occurredAt)}</Part>
              <Part name={t('Người')}>
                <Who entry={entry} onView={onView} />
              </Part>
              <Part name={t('Việc')}>
                {auditActWords(entry.act)} <Subject entry={entry} onView={onView} />
              </Part>
              {entry.reason === null ? null : <Part name={t('Lý do')}>{entry.reason}</Part>}
              <Part name={t('Thay đổi')}>
                <AlteredValues before={entry.before} after={entry.after} />
              </Part>
              <Part name={t('Từ đâu')}>{entry.address ?? t('máy chủ')}</Part>
              <Part name={t('Mắt xích')}>
                {link.holds && link.linked
                  ? t('Nội dung đúng như lúc ghi, nối đúng với dòng trước và dòng sau.')
                  : link.holds
                    ? t('Nội dung đúng như lúc ghi, nhưng KHÔNG nối với dòng trước hoặc dòng sau.')
                    : t('Nội dung KHÔNG còn như lúc ghi.')}{' '}
                {link.sealedOn === null
                  ? t('Chưa niêm phong.')
                  : t('Thuộc ngày {day}, đã niêm phong.', { day: formatDay(link.sealedOn) })}
              </Part>
              <Part name={t('Mã băm')}>
                <span className="audit-code">{entry.hash}</span>
              </Part>
              <Part name={t('Mã băm dòng trước')}>
                <span className="audit-code">{previousHash}</span>
              </Part>
            </dl>
            <div className="chips">
              <Neighbour entry={previous} words={t('Dòng trước')} onView={onView} />
              <Neighbour entry={next} words={t('Dòng sau')} onView={onView} />
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Neighbour({
  entry,
  words,
  onView,
}: {
  readonly entry: AuditEntry | null;
  readonly words: string;
  readonly onView: EntryDialogProps['onView'];
}) {
  if (entry === null) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => onView({ entry: String(entry.seq) })}>
      {words}: {auditActWords(entry.act)}
    </Button>
  );
}
