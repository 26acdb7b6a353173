import { memo } from 'react';
import type { LetterDocument } from '#contract/notice/letter.ts';
import { t } from '../../i18n/translate.ts';

type Block = LetterDocument['body'][number];
type Table = LetterDocument['annexes'][number]['table'];

/** A letter on paper, as large as there is room: the words and their places are those of the Word file. */
export function LetterSheet({
  letter,
  isStale,
}: {
  readonly letter: LetterDocument;
  readonly isStale: boolean;
}) {
  const { head, addressees, body, recipients, signature, annexes } = letter;
  const [only] = addressees.lines;
  return (
    <article className="letter-paper" lang="vi" aria-label={letter.name} aria-busy={isStale}>
      <div className="letter-page">
        <div className="letter-head">
          <div>
            <p>{head.superior}</p>
            <p className="letter-ruled letter-issuer">{head.issuer}</p>
          </div>
          <div>
            <p className="letter-nation">{head.nation}</p>
            <p className="letter-ruled letter-motto">{head.motto}</p>
          </div>
          <div>
            <p className="letter-number">{head.number}</p>
            <p>{head.subject}</p>
          </div>
          <p className="letter-day">{head.placeAndDate}</p>
        </div>
        {addressees.lines.length === 1 ? (
          <p className="letter-to">
            {addressees.label} {only}
          </p>
        ) : (
          <div className="letter-to-many">
            <p>{addressees.label}</p>
            <ul>
              {addressees.lines.map((line) => (
                <li key={line}>- {line}</li>
              ))}
            </ul>
          </div>
        )}
        {body.map((block, at) => (
          // The words are the letter's own and may repeat; their order never changes within one letter.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said
          <BlockView key={at} block={block} />
        ))}
        <div className="letter-end">
          <div>
            <p className="letter-receivers">{recipients.label}</p>
            {recipients.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div className="letter-signature">
            {signature.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="letter-name">{signature.name}</p>
          </div>
        </div>
      </div>
      {annexes.map(({ heading, title, attachment, table }) => (
        <div key={heading} className="letter-page">
          <p className="letter-annex">{heading}</p>
          <p className="letter-annex">{title}</p>
          <p className="letter-attachment">{attachment}</p>
          <TableView table={table} name={title} />
        </div>
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  return block.kind === 'paragraph' ? (
    <p className="letter-words">{block.text}</p>
  ) : (
    <TableView table={block} name={t('Tổng hợp việc quá hạn')} />
  );
}

/** Thousands of rows may stand here while words beside them are typed. */
const TableView = memo(function TableView({
  table: { columns, rows },
  name,
}: {
  readonly table: Table;
  readonly name: string;
}) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="letter-table" aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ header, share }) => (
            <th key={header} scope="col" style={{ width: `${(100 * share) / whole}%` }}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((words, at) => (
              <td key={columns[at]?.header} data-centred={columns[at]?.centred}>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
