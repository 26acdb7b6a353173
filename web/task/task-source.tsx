import type { SourceField } from '#contract/reading.ts';
import type { TaskDetail } from '#contract/task.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { FIELDS, formatField, formatPlace } from '../plan/field-words.ts';
import { PageLink } from '../ui/page-link.tsx';

/** The row of the document the task came from, word for word, with where each cell stood. */
export function TaskSource({ task }: { readonly task: TaskDetail }) {
  const cells = FIELDS.map((field) => ({ field, cell: task.source[field] }));
  const isHandMade = cells.every(({ cell }) => cell === undefined);
  return (
    <section aria-labelledby="trong-van-ban">
      <h2 id="trong-van-ban" className="section-title">
        {t('Trong văn bản')}
      </h2>
      {isHandMade ? (
        <p className="dim">{t('Mục này không có trong văn bản gốc.')}</p>
      ) : (
        <>
          <section
            className="source-scroll"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide row is scrolled by keyboard on a narrow screen
            tabIndex={0}
            aria-label={t('Dòng trong văn bản')}
          >
            <table className="source-table">
              <thead>
                <tr>
                  {cells.map(({ field }) => (
                    <th key={field} scope="col">
                      {formatField(field)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {cells.map(({ field, cell }) => (
                    <td key={field}>
                      <SourceCell cell={cell} />
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </section>
          {task.file === null ? null : (
            <p className="dim">
              <PageLink to={paths.review(task.file.importId)} search={{ row: task.row.code }}>
                {t('Xem cả văn bản và cách hiểu')}
              </PageLink>
              {' · '}
              <a href={paths.sourceFile(task.file.importId)} download>
                {t('Tải văn bản gốc ({name})', { name: task.file.name })}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function SourceCell({ cell }: { readonly cell: SourceField | undefined }) {
  if (cell === undefined || cell.text === '') return <span className="dim">{t('để trống')}</span>;
  return (
    <>
      <div className="verbatim">{cell.text}</div>
      <div className="dim small">{cell.places.map((place) => formatPlace(place)).join('; ')}</div>
    </>
  );
}
