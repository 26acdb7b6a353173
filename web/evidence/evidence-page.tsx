import './evidence.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FoundEvidence } from '#contract/evidence.ts';
import { TYPE_NAMES } from '#domain/evidence/document-type.ts';
import { AgencyChoice } from '../access/agency-choice.tsx';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { TakeAway } from '../take-away.tsx';
import { Chip } from '../ui/chip.tsx';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { searchQuery } from './evidence-queries.ts';
import { type EvidenceView, filterOf } from './evidence-view.ts';
import { formatFacts, formatReading } from './evidence-words.ts';
import { PreviewDialog } from './preview-dialog.tsx';

interface ViewProps {
  readonly view: EvidenceView;
  readonly onView: (changes: Partial<EvidenceView>) => void;
}

/** Tài liệu: what was handed in, found by what it says, with and without diacritics. */
export function EvidencePage() {
  const [view, setView] = useAddress<EvidenceView>();
  return (
    <Page
      title={t('Tài liệu kiểm chứng')}
      about={t('Tìm trong tên, thông tin và nội dung tài liệu đã nộp; gõ có dấu hay không dấu đều được.')}
      actions={
        <TakeAway
          address={`${paths.exportEvidence()}?${new URLSearchParams(filterOf(view) as Record<string, string>)}`}
        />
      }
    >
      <Filters view={view} onView={setView} />
      <Results view={view} onView={setView} />
    </Page>
  );
}

function Filters({ view, onView }: ViewProps) {
  return (
    <search className="no-print" aria-label={t('Tìm và lọc')}>
      <SearchBox
        label={t('Tìm trong tài liệu')}
        value={view.text ?? ''}
        onSearch={(text) => onView({ text })}
      />
      <div className="filter-fields">
        <AgencyChoice
          label={t('Cơ quan nộp')}
          placeholder={t('Mọi cơ quan')}
          value={view.agency}
          onChoose={(agency) => onView({ agency })}
        />
        <Choice
          label={t('Loại văn bản')}
          placeholder={t('Mọi loại')}
          value={view.type}
          options={TYPE_NAMES.map((type) => ({ value: type, label: type }))}
          onChoose={(type) => onView({ type })}
        />
        <Choice
          label={t('Hiệu lực')}
          placeholder={t('Tất cả')}
          value={view.validity}
          options={[
            { value: 'ended', label: t('Hết hiệu lực') },
            { value: 'ends-soon', label: t('Sắp hết hiệu lực') },
          ]}
          onChoose={(validity) => onView({ validity })}
        />
        <DayField label={t('Ban hành từ ngày')} value={view.from} onChoose={(from) => onView({ from })} />
        <DayField label={t('Ban hành đến ngày')} value={view.to} onChoose={(to) => onView({ to })} />
      </div>
    </search>
  );
}

const NO_FILTER: EvidenceView = {
  text: undefined,
  agency: undefined,
  type: undefined,
  from: undefined,
  to: undefined,
  validity: undefined,
};

function Results({ view, onView }: ViewProps) {
  const filter = filterOf(view);
  const search = useInfiniteQuery(searchQuery(filter));
  const [shown, setShown] = useState<FoundEvidence['evidence']>();
  return (
    <Loaded query={search}>
      {({ pages }) => {
        const found = pages.flatMap((page) => page.found);
        if (found.length === 0)
          return Object.keys(filter).length > 0 ? (
            <Empty title={t('Không có tài liệu nào như vậy')}>
              <Button variant="default" onClick={() => onView(NO_FILTER)}>
                {t('Bỏ lọc')}
              </Button>
            </Empty>
          ) : (
            <Empty title={t('Chưa có tài liệu nào')}>
              <p className="dim">
                {t('Tài liệu nộp ở "Việc của tôi" hoặc ở trang phần việc sẽ hiện ở đây.')}
              </p>
            </Empty>
          );
        return (
          <>
            <p className="dim" role="status">
              {t('{n} tài liệu', { n: formatNumber(pages[0]?.total ?? 0) })}
            </p>
            <ul className="plain evidence-list">
              {found.map((one) => (
                <li key={one.evidence.id}>
                  <Found found={one} onShow={() => setShown(one.evidence)} />
                </li>
              ))}
            </ul>
            <MoreButton query={search} words={t('Xem thêm tài liệu')} />
            {shown === undefined ? null : (
              <PreviewDialog
                evidenceId={shown.id}
                version={shown.version}
                name={shown.name}
                onClose={() => setShown(undefined)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Found({
  found: { evidence, excerpt, claims },
  onShow,
}: {
  readonly found: FoundEvidence;
  readonly onShow: () => void;
}) {
  const reading = formatReading(evidence.reading);
  return (
    <article className="evidence" aria-label={evidence.name}>
      <div className="evidence-head">
        <button type="button" className="link evidence-name" onClick={onShow}>
          {evidence.name}
        </button>
        <Chip>{evidence.agencyName}</Chip>
        {evidence.validity === 'ended' ? <Chip tone="warn">{t('hết hiệu lực')}</Chip> : null}
        {evidence.validity === 'ends-soon' ? <Chip tone="warn">{t('sắp hết hiệu lực')}</Chip> : null}
      </div>
      <p className="small evidence-line">{formatFacts(evidence)}</p>
      {reading === undefined ? null : <p className="small dim evidence-line">{reading}</p>}
      {excerpt.length === 0 ? null : (
        <p className="evidence-excerpt">
          {excerpt.map(({ text, isHit }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
            isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      )}
      <ul className="plain small">
        {claims.map(({ dueItemId, assignmentId, taskName, label }) => (
          <li key={dueItemId}>
            <PageLink to={paths.part(assignmentId)}>{taskName}</PageLink> <span className="dim">{label}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
