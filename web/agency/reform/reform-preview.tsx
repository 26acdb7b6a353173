import { useQuery } from '@tanstack/react-query';
import type { Reform, ReformPreview } from '#contract/agency/reform.ts';
import { explainFailure } from '../../api.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { pageOf } from '../../ui/pages.tsx';
import { Failure, Loading } from '../../ui/state.tsx';
import { useAddress } from '../../ui/url-words.ts';
import { EndedTable } from './ended-table.tsx';
import { ItemTable } from './item-table.tsx';
import { itemsLink, type MovedAddress, type PreviewPartProps } from './preview-part.ts';
import { previewQuery } from './reform-queries.ts';
import { useReformUpdate } from './use-reform-update.ts';

interface ReformPreviewProps {
  readonly reform: Reform;
  readonly mayDraft: boolean;
}

/** Xem trước: what the reform ends, founds and moves, and who goes on with it. */
export function ReformPreviewPart({ reform, mayDraft }: ReformPreviewProps) {
  const [address, setAddress] = useAddress<MovedAddress>();
  const { id: reformId, revision } = reform;
  const preview = useQuery(
    previewQuery({
      reformId,
      revision,
      agencyId: address.agency,
      mover: address.mover,
      page: pageOf(address.page),
    }),
  );
  const update = useReformUpdate(reform);
  const choose: PreviewPartProps['onOwner'] = (place, key, owner) => {
    const { [key]: _before, ...others } = reform.choices[place];
    update.mutate({
      choices: { ...reform.choices, [place]: owner === undefined ? others : { ...others, [key]: owner } },
    });
  };
  return (
    <section aria-labelledby="xem-truoc">
      <h2 id="xem-truoc" className="section-title">
        {t('Xem trước')}
      </h2>
      {update.error === null ? null : (
        <Failure title={t('Không lưu được')} sentences={explainFailure(update.error)} />
      )}
      <PreviewContent
        query={preview}
        hasProblems={reform.problems.length > 0}
        part={{ reform, address, onOwner: mayDraft ? choose : undefined }}
        onPage={(page) => setAddress({ page })}
      />
    </section>
  );
}

interface PreviewContentProps {
  readonly query: ReturnType<typeof useQuery<ReformPreview>>;
  readonly hasProblems: boolean;
  readonly part: Omit<PreviewPartProps, 'preview'>;
  readonly onPage: (word: string | undefined) => void;
}

function PreviewContent({ query, hasProblems, part, onPage }: PreviewContentProps) {
  // What the events lack stands above already, in the very same words.
  if (query.error !== null && hasProblems)
    return <p className="dim">{t('Xem trước có sau khi xử lý những điều ghi ở trên.')}</p>;
  if (query.error !== null)
    return <Failure sentences={explainFailure(query.error)} onRetry={() => query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const props = { ...part, preview: query.data };
  return (
    <>
      <MovedFigures preview={query.data} reformId={part.reform.id} />
      <EndedTable {...props} />
      <ItemTable {...props} onPage={onPage} />
    </>
  );
}

interface MovedFiguresProps {
  readonly preview: ReformPreview;
  readonly reformId: string;
}

function MovedFigures({ preview: { ended, founded, movers }, reformId }: MovedFiguresProps) {
  return (
    <>
      <dl className="figures moved-figures">
        <Figure words={t('Cơ quan kết thúc')} value={ended.length} />
        <Figure words={t('Cơ quan mới')} value={founded.length} />
        {movers.map(({ name, words, total, later, missing }) => (
          <div key={name} className="figure">
            <dt>{words}</dt>
            <dd>
              {total === 0 ? (
                '0'
              ) : (
                <PageLink {...itemsLink(reformId, { mover: name })}>{formatNumber(total)}</PageLink>
              )}{' '}
              <span className="dim small">
                {[
                  ...(later > 0 ? [t('{n} sau ngày hiệu lực', { n: formatNumber(later) })] : []),
                  ...(missing > 0 ? [t('{n} chưa có nơi nhận', { n: formatNumber(missing) })] : []),
                ].join(', ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {founded.length === 0 ? null : (
        <details>
          <summary>{t('Các cơ quan mới ({n})', { n: formatNumber(founded.length) })}</summary>
          <ul className="agency-list">
            {founded.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Figure({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <div className="figure">
      <dt>{words}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}
