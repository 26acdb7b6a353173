import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';

/** A note that an agency is no more, where it has a last day. */
export function Ended({ validTo }: { readonly validTo: string | null }) {
  if (validTo === null) return null;
  return <Chip tone="warn">{t('hoạt động đến {day}', { day: formatDay(validTo) })}</Chip>;
}
