import type { ImportRow, Receipt } from '#contract/plan.ts';
import type { TaskField } from '#contract/reading.ts';
import { clean } from '#domain/kernel/text.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { FIELDS } from './field-words.ts';

interface ReviewReceiptProps {
  readonly receipt: Receipt;
  readonly rows: readonly ImportRow[];
  readonly onRow: (row: string, field: TaskField) => void;
}

/** Every word of the document counted once: what was kept, what was not, and where. */
export function ReviewReceipt({ receipt, rows, onRow }: ReviewReceiptProps) {
  return (
    <section aria-labelledby="bien-nhan" className="receipt">
      <h2 id="bien-nhan" className="section-title">
        {t('Biên nhận từng từ')}
      </h2>
      <dl className="figures">
        <Count words={t('Từ trong văn bản')} value={receipt.words} />
        <Count words={t('Giữ lại')} value={receipt.kept} />
        <Count words={t('Tiêu đề bảng, lời đầu')} value={receipt.header} />
        <Count words={t('Ký hiệu trình bày')} value={receipt.markup} />
        <Count words={t('Cụm lặp ở chỗ sang trang')} value={receipt.repeated.length} />
        <Count words={t('Bị mất')} value={receipt.lost.length} />
      </dl>
      <Words
        title={t('Lặp lại ở chỗ sang trang, chỉ giữ một lần:')}
        words={receipt.repeated}
        rows={rows}
        onRow={onRow}
      />
      {receipt.hiddenSheets.length === 0 ? null : (
        <p>
          {t('Trang tính ẩn không được đọc: {names}. Nếu cần, hãy bỏ ẩn trong Excel rồi nhập lại.', {
            names: receipt.hiddenSheets.join(', '),
          })}
        </p>
      )}
      <Words title={t('Chưa đưa vào ô nào:')} words={receipt.lost} rows={rows} onRow={onRow} />
    </section>
  );
}

function Count({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <div className="figure">
      <dt>{words}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

interface WordsProps extends Pick<ReviewReceiptProps, 'rows' | 'onRow'> {
  readonly title: string;
  readonly words: readonly string[];
}

function Words({ title, words, rows, onRow }: WordsProps) {
  if (words.length === 0) return null;
  return (
    <p>
      {title}{' '}
      {words.map((phrase, at) => {
        const place = findPlace(rows, phrase);
        return (
          // The same words may be lost twice, and the list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <span key={at}>
            {at === 0 ? '' : ', '}
            {place === undefined ? (
              <q>{phrase}</q>
            ) : (
              <button type="button" className="link" onClick={() => onRow(place.row, place.field)}>
                “{phrase}”
              </button>
            )}
          </span>
        );
      })}
    </p>
  );
}

function findPlace(
  rows: readonly ImportRow[],
  phrase: string,
): { row: string; field: TaskField } | undefined {
  const wanted = clean(phrase);
  for (const row of rows)
    for (const field of FIELDS)
      if (clean(row.source[field]?.text ?? '').includes(wanted)) return { row: row.key, field };
  return undefined;
}
