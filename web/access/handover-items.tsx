import type { HandoverItem } from '#contract/access.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';

/** The list of a hand-over: what passes first, then what ends. */
export function HandoverItems({ items }: { readonly items: readonly HandoverItem[] }) {
  if (items.length === 0) return <p className="dim">{t('Không có việc, bản nháp hay ủy quyền nào.')}</p>;
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.id}>
          <Chip tone={item.fate === 'passes' ? 'accent' : 'plain'}>
            {item.fate === 'passes' ? t('chuyển') : t('kết thúc')}
          </Chip>{' '}
          {item.words}
        </li>
      ))}
    </ul>
  );
}
