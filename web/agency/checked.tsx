import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';

/** Whether what is told was compared with the paper it rests on. */
export function Checked({ verified }: { readonly verified: boolean }) {
  return verified ? (
    <span className="dim small">{t('đã đối chiếu')}</span>
  ) : (
    <Chip tone="warn">{t('chưa đối chiếu')}</Chip>
  );
}
