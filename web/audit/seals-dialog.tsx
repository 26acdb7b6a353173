import { useQuery } from '@tanstack/react-query';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/state.tsx';
import { rootsQuery } from './audit-queries.ts';

/** The seal of each day, and the public key that proves them: what to write down or keep elsewhere. */
export function SealsDialog({ onClose }: { readonly onClose: () => void }) {
  const roots = useQuery(rootsQuery);
  return (
    <Dialog title={t('Dấu niêm phong từng ngày')} isOpen onClose={onClose} size="xl">
      <Loaded query={roots}>
        {({ publicKey, roots: days }) => (
          <>
            <p>
              {t(
                'Hết mỗi ngày, hệ thống ký một dấu niêm phong bằng khóa nằm ngoài cơ sở dữ liệu. Hãy giữ khóa công khai và tệp xuất ở nơi khác để kiểm tra về sau.',
              )}
            </p>
            <h3 className="section-title">{t('Khóa công khai')}</h3>
            <pre className="audit-code">{publicKey}</pre>
            {days.length === 0 ? (
              <p className="dim">{t('Chưa có ngày nào được niêm phong: ngày được niêm phong khi đã hết.')}</p>
            ) : (
              <table className="rows">
                <thead>
                  <tr>
                    <th scope="col">{t('Ngày')}</th>
                    <th scope="col" className="number">
                      {t('Số dòng')}
                    </th>
                    <th scope="col">{t('Dấu')}</th>
                  </tr>
                </thead>
                <tbody>
                  {days.toReversed().map(({ day, firstSeq, lastSeq, count, root }) => (
                    <tr key={day}>
                      <td>{formatDay(day)}</td>
                      <td className="number" data-label={t('Số dòng')}>
                        {t('{n} ({from}–{to})', { n: formatNumber(count), from: firstSeq, to: lastSeq })}
                      </td>
                      <td data-label={t('Dấu')} className="audit-code">
                        {root}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
