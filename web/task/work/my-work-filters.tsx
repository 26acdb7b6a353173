import { lazy, Suspense } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Loading } from '../../ui/state.tsx';
import { formatGroup } from './group-words.ts';
import { GROUPS, groupWork, type MyWorkFiltersProps } from './my-work-view.ts';

const MyWorkFields = lazy(async () => ({ default: (await import('./my-work-fields.tsx')).MyWorkFields }));

const NOTHING = { state: undefined, role: undefined, agency: undefined, holder: undefined };

/** Words to find, one group at a time, and what else narrows the list; all of it stands in the address. */
export function MyWorkFilters({ work, view, onView }: MyWorkFiltersProps) {
  const count = Object.keys(NOTHING).filter(
    (name) => view[name as keyof typeof NOTHING] !== undefined,
  ).length;
  const counts = new Map(
    groupWork(work, { ...view, group: undefined }).map(({ group, items }) => [group, items.length]),
  );
  return (
    <FilterBar
      label={t('Tìm trong việc của tôi (không cần dấu)')}
      search={view.search}
      onSearch={(search) => onView({ search })}
      count={count}
      onClear={() => onView({ ...NOTHING, search: undefined })}
      between={
        <fieldset className="level-choice group-choice">
          <legend className="visually-hidden">{t('Nhóm việc')}</legend>
          {[undefined, ...GROUPS.filter((group) => counts.has(group) || view.group === group)].map(
            (group) => (
              <button
                key={group ?? 'all'}
                type="button"
                className="level-button"
                aria-pressed={view.group === group}
                onClick={() => onView({ group })}
              >
                {group === undefined ? t('Tất cả') : formatGroup(group)}{' '}
                {group === undefined ? null : <strong>{formatNumber(counts.get(group) ?? 0)}</strong>}
              </button>
            ),
          )}
        </fieldset>
      }
    >
      {() => (
        <Suspense fallback={<Loading />}>
          <MyWorkFields work={work} view={view} onView={onView} />
        </Suspense>
      )}
    </FilterBar>
  );
}
