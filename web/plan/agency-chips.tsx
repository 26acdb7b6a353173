import type { AgencyCell } from '#contract/reading.ts';
import { formatLevel, formatRole } from '../agency/agency-words.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';

/** How words naming agencies were understood; words that named none say so. */
export function AgencyChips({ cells }: { readonly cells: readonly AgencyCell[] }) {
  const mentions = cells.flatMap(({ reading }) => reading);
  if (mentions.length === 0) return <span className="doubt-reason">{t('Chưa hiểu lời văn')}</span>;
  return (
    <div className="chips">
      {mentions.map((mention) => (
        <Chip
          key={JSON.stringify(mention)}
          tone={mention.kind === 'group' ? 'plain' : 'accent'}
          title={[mention.note, mention.level === undefined ? undefined : formatLevel(mention.level)]
            .filter((part) => part !== undefined)
            .join(' · ')}
        >
          {mention.canonical ?? mention.name}
          {mention.scope === undefined ? '' : ` (${mention.scope})`}
          {mention.kind === 'group' ? ` · ${t('nhóm')}` : ''}
          {mention.role === undefined ? '' : ` · ${formatRole(mention.role)}`}
        </Chip>
      ))}
    </div>
  );
}
