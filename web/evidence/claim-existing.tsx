import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceItem, FoundEvidence } from '#contract/evidence.ts';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty, Failure, Loaded } from '../ui/state.tsx';
import { searchQuery } from './evidence-queries.ts';
import { formatFacts } from './evidence-words.ts';

interface ClaimExistingProps {
  readonly item: EvidenceItem;
  /** Documents that stand there already. */
  readonly heldIds: readonly string[];
  readonly onDone: () => void;
}

/** Shows a document the agency has handed in for one more thing, without sending it again. */
export function ClaimExisting({ item, heldIds, onDone }: ClaimExistingProps) {
  const queries = useQueryClient();
  const [text, setText] = useState<string>();
  const search = useInfiniteQuery(
    searchQuery({ agencyId: item.agencyId, ...(text === undefined ? {} : { text }) }),
  );
  const claim = useMutation({
    mutationFn: (evidenceId: string) => api.evidence.claim({ evidenceId, dueItemId: item.id }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <>
      <p className="dim">
        {t('Tài liệu {agency} đã nộp được dùng thêm cho {label}, không phải gửi lại.', {
          agency: item.agencyName,
          label: item.label,
        })}
      </p>
      <SearchBox
        label={t('Tìm trong tài liệu')}
        value={text ?? ''}
        onSearch={(words) => setText(words === '' ? undefined : words)}
      />
      {claim.error === null ? null : (
        <Failure title={t('Chưa dùng được tài liệu')} sentences={explainFailure(claim.error)} />
      )}
      <Loaded query={search}>
        {({ pages }) => {
          const found = pages
            .flatMap((page) => page.found)
            .filter(({ evidence }) => !heldIds.includes(evidence.id));
          if (found.length === 0)
            return (
              <Empty
                title={
                  text === undefined
                    ? t('Cơ quan chưa nộp tài liệu nào khác')
                    : t('Không có tài liệu nào như vậy')
                }
              />
            );
          return (
            <>
              <ul className="plain evidence-list">
                {found.map((one) => (
                  <li key={one.evidence.id}>
                    <Offer
                      found={one}
                      isBusy={claim.isPending}
                      onClaim={() => claim.mutate(one.evidence.id)}
                    />
                  </li>
                ))}
              </ul>
              <MoreButton query={search} words={t('Xem thêm tài liệu')} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Offer({
  found: { evidence, claims },
  isBusy,
  onClaim,
}: {
  readonly found: FoundEvidence;
  readonly isBusy: boolean;
  readonly onClaim: () => void;
}) {
  const facts = formatFacts(evidence);
  return (
    <article className="evidence" aria-label={evidence.name}>
      <div className="evidence-head">
        <span className="evidence-name">{evidence.name}</span>
        <Button
          size="compact-sm"
          variant="light"
          disabled={isBusy}
          aria-label={t('Dùng {name}', { name: evidence.name })}
          onClick={onClaim}
        >
          {t('Dùng')}
        </Button>
      </div>
      {facts === '' ? null : <p className="small evidence-line">{facts}</p>}
      <p className="small dim evidence-line">
        {claims.map(({ taskName, label }) => `${taskName} (${label})`).join('; ')}
      </p>
    </article>
  );
}
