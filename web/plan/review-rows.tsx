import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ImportRow } from '#contract/plan.ts';
import type { Proposal, TaskField } from '#contract/reading.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';
import { AgencyChips } from './agency-chips.tsx';
import { formatDeadline } from './deadline-words.ts';
import { FIELDS, formatField, formatPlace } from './field-words.ts';
import { TargetChips } from './target-chips.tsx';

interface ReviewRowsProps {
  readonly rows: readonly ImportRow[];
  /** Index of the row pointed at; -1 for none. */
  readonly at: number;
  readonly field: string | undefined;
  /** Absent where the document is no longer a draft. */
  readonly onEdit: ((row: string, field: TaskField, proposal?: Proposal) => void) | undefined;
}

/** Every row twice: as the document has it, and as it was understood. A cell lights up its other half. */
export function ReviewRows({ rows, at, field, onEdit }: ReviewRowsProps) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // The place of the list in the document is known only once it is drawn.
  useLayoutEffect(() => {
    const measured = body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY;
    setTop((known) => (Math.abs(known - measured) < 1 ? known : measured));
  });
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 190,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: 120,
  });
  // Pointing at a row scrolls the window to it.
  useEffect(() => {
    if (at >= 0 && top > 0) virtual.scrollToIndex(at, { align: 'start' });
  }, [at, virtual, top]);
  return (
    <section aria-label={t('Văn bản và cách hiểu')} className="review">
      <div className="review-head" aria-hidden>
        <span>{t('Trong văn bản')}</span>
        <span>{t('Hiểu là')}</span>
      </div>
      <div ref={body} className="review-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="review-place"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <ReviewRow row={row} pointed={index === at ? (field ?? '') : undefined} onEdit={onEdit} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

const ReviewRow = memo(function ReviewRow({
  row,
  pointed,
  onEdit,
}: {
  readonly row: ImportRow;
  readonly pointed: string | undefined;
  readonly onEdit: ReviewRowsProps['onEdit'];
}) {
  const [lit, setLit] = useState<TaskField>();
  const light = (field: TaskField | undefined) => setLit(field);
  const doubted = new Map(row.doubts.map(({ field, reason }) => [field, reason]));
  const stateOf = (field: TaskField) => ({
    'data-lit': lit === field || pointed === field,
    'data-doubted': doubted.has(field),
    onMouseEnter: () => light(field),
    onMouseLeave: () => light(undefined),
    onFocus: () => light(field),
    onBlur: () => light(undefined),
  });
  return (
    <article
      className="review-row"
      data-kind={row.kind}
      data-pointed={pointed !== undefined}
      aria-label={`${row.code} ${row.name}`}
    >
      <div className="review-source" lang="vi">
        {FIELDS.map((field) => {
          const cell = row.source[field];
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
            <div
              key={field}
              className="review-cell"
              data-field={field}
              data-whole={isWhole(row, field)}
              tabIndex={cell === undefined ? -1 : 0}
              role="group"
              aria-label={t('{field} trong văn bản', { field: formatField(field) })}
              {...stateOf(field)}
            >
              {cell === undefined ? null : (
                <span title={cell.places.map((place) => formatPlace(place)).join('; ')}>{cell.text}</span>
              )}
            </div>
          );
        })}
        <div className="review-where dim">{formatWhere(row)}</div>
      </div>
      <dl className="review-meaning">
        <Meaning field="code" state={stateOf('code')} row={row} onEdit={onEdit}>
          <strong>{row.code}</strong> <span className="dim">{formatRowKind(row.kind)}</span>
          {onEdit === undefined ? null : (
            <button
              type="button"
              className="link edit-row"
              aria-label={t('Sửa {code}', { code: row.code })}
              onClick={() => onEdit(row.key, 'name')}
            >
              {t('Sửa')}
            </button>
          )}
        </Meaning>
        <Meaning field="name" state={stateOf('name')} row={row} onEdit={onEdit}>
          {row.name}
        </Meaning>
        {row.kind === 'task' || row.deadline.text !== '' ? (
          <Meaning field="deadline" state={stateOf('deadline')} row={row} onEdit={onEdit}>
            {row.deadline.text === '' ? (
              <span className="dim">{t('Không ghi')}</span>
            ) : (
              formatDeadline(row.deadline.reading)
            )}
          </Meaning>
        ) : null}
        {row.leads.length > 0 ? (
          <Meaning field="leads" state={stateOf('leads')} row={row} onEdit={onEdit}>
            <AgencyChips cells={row.leads} />
          </Meaning>
        ) : null}
        {row.coordinators.length > 0 ? (
          <Meaning field="coordinators" state={stateOf('coordinators')} row={row} onEdit={onEdit}>
            <AgencyChips cells={row.coordinators} />
          </Meaning>
        ) : null}
        {row.deliverables.length > 0 ? (
          <Meaning field="deliverables" state={stateOf('deliverables')} row={row} onEdit={onEdit}>
            {row.deliverables.length > 1 ? (
              <div className="dim">{t('{n} sản phẩm', { n: row.deliverables.length })}</div>
            ) : null}
            <ul className="plain">
              {row.deliverables.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Meaning>
        ) : null}
        {(row.notes ?? []).map(({ header, text }) => (
          <div key={header} className="meaning">
            <dt>{header}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {row.targets.length > 0 ? (
          <div className="meaning">
            <dt>{t('Chỉ tiêu')}</dt>
            <dd>
              <TargetChips targets={row.targets} />
            </dd>
          </div>
        ) : null}
      </dl>
    </article>
  );
});

interface MeaningProps {
  readonly field: TaskField;
  readonly row: ImportRow;
  readonly state: object;
  readonly onEdit: ReviewRowsProps['onEdit'];
  readonly children: ReactNode;
}

function Meaning({ field, row, state, onEdit, children }: MeaningProps) {
  const reasons = row.doubts.filter((doubt) => doubt.field === field);
  return (
    <div className="meaning" {...state}>
      <dt>{formatField(field)}</dt>
      <dd>
        {children}
        {row.inherited.includes(field) ? <span className="dim"> {t('(theo mục trên)')}</span> : null}
        {row.corrected.includes(field) ? <Chip tone="accent">{t('đã sửa')}</Chip> : null}
        {row.carried.includes(field) ? <Chip tone="accent">{t('giữ theo kế hoạch đang có')}</Chip> : null}
        {row.conflicts
          .filter((conflict) => conflict.field === field)
          .map(({ held }) => (
            <div key={held} className="doubt-reason">
              {t('Trước đã sửa bằng tay thành “{held}”, nay văn bản ghi khác.', { held })}
            </div>
          ))}
        {row.proposals
          .filter((proposal) => proposal.field === field)
          .map((proposal) => (
            <div key={proposal.found} className="doubt-reason">
              {t('“{found}” có lẽ là “{meant}”.', { found: proposal.found, meant: proposal.meant })}{' '}
              {onEdit === undefined ? null : (
                <button type="button" className="link" onClick={() => onEdit(row.key, field, proposal)}>
                  {t('Sửa giúp')}
                </button>
              )}
            </div>
          ))}
        {reasons.map(({ reason }) => (
          <div key={reason} className="doubt-reason">
            {reason}
          </div>
        ))}
      </dd>
    </div>
  );
}

/** An area may stand in one cell across the table. */
function isWhole(row: ImportRow, field: TaskField): boolean {
  return Object.keys(row.source).length === 1 && row.source[field] !== undefined;
}

function formatRowKind(kind: ImportRow['kind']): string {
  return { area: t('lĩnh vực'), heading: t('mục'), task: t('nhiệm vụ') }[kind];
}

/** The place of a row is that of its first cell. */
function formatWhere(row: ImportRow): string {
  const [place] = FIELDS.flatMap((field) => row.source[field]?.places ?? []);
  if (place === undefined) return '';
  const { column: _column, ...rest } = place;
  return formatPlace(rest);
}
