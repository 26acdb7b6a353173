import { formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { useLine } from '../../line.ts';

/** Says when what is shown was last asked of the server, where it cannot be asked now. */
export function KeptNote({
  query: { dataUpdatedAt, error, data },
}: {
  readonly query: { readonly dataUpdatedAt: number; readonly error: unknown; readonly data: unknown };
}) {
  const isUp = useLine();
  if (data === undefined || (isUp && error === null)) return null;
  return (
    <p className="kept-note" role="status">
      {t('Bản đã lưu lúc {at}', { at: formatInstant(new Date(dataUpdatedAt).toISOString()) })}
    </p>
  );
}
