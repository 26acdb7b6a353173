import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Loaded } from '../ui/state.tsx';
import { importsQuery } from './plan-queries.ts';
import { UndoImport } from './undo-import.tsx';

export function formatImportState(state: string): string {
  const words: Record<string, string> = {
    draft: t('Chờ xem lại'),
    confirmed: t('Đã xác nhận'),
    undone: t('Đã hủy'),
  };
  return words[state] ?? state;
}

/** The documents imported so far, newest first, each with a way back. */
export function ImportList() {
  const imports = useQuery(importsQuery);
  return (
    <section aria-labelledby="da-nhap">
      <Title order={2} size="h4" id="da-nhap" mb="xs">
        {t('Các văn bản đã nhập')}
      </Title>
      <Loaded query={imports}>
        {(loaded) =>
          loaded.length === 0 ? (
            <p className="dim">{t('Chưa nhập văn bản nào.')}</p>
          ) : (
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">{t('Lúc')}</th>
                  <th scope="col">{t('Tệp')}</th>
                  <th scope="col">{t('Kế hoạch')}</th>
                  <th scope="col">{t('Tình trạng')}</th>
                  <th scope="col">{t('Hoàn tác')}</th>
                </tr>
              </thead>
              <tbody>
                {loaded.map(({ id, fileName, state, recordedAt, planId, title }) => (
                  <tr key={id}>
                    <td data-label={t('Lúc')}>{formatInstant(recordedAt)}</td>
                    <td data-label={t('Tệp')}>
                      <PageLink to={paths.review(id)}>{fileName}</PageLink>
                    </td>
                    <td data-label={t('Kế hoạch')}>
                      {planId !== null && state === 'confirmed' ? (
                        <PageLink to={paths.plan(planId)}>{title}</PageLink>
                      ) : (
                        title
                      )}
                    </td>
                    <td data-label={t('Tình trạng')}>
                      <Chip tone={state === 'confirmed' ? 'accent' : 'plain'}>
                        {formatImportState(state)}
                      </Chip>
                    </td>
                    <td data-label={t('Hoàn tác')}>
                      {state === 'undone' ? (
                        <span className="dim">{t('Đã hủy')}</span>
                      ) : (
                        <UndoImport importId={id} state={state} name={fileName} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
