import { t } from './i18n/translate.ts';
import { useAccess } from './session.tsx';

/** Beside numbers of parts: says that those of other agencies are not shown, so that none is taken for nothing. */
export function OwnPartsNote() {
  // Of no agency at all: only who reaches the whole province is let in.
  const { allowed } = useAccess('assignment.read', { agencyIds: [] });
  return allowed ? null : <p className="dim view-about">{t('Chỉ hiện phần việc của cơ quan bạn.')}</p>;
}
