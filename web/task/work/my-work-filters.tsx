import { lazy, Suspense } from 'react';
import { groupWork, WORK_GROUPS, type WorkGroup } from '#domain/task/work/my-work.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Loading } from '../../ui/state.tsx';
import { formatGroup } from './group-words.ts';
import { asMyWorkFilter, groupOf, type MyWorkProps, type MyWorkView } from './my-work-view.ts';

const MyWorkFields = lazy(async () => ({ default: (await import('./my-work-fields.tsx')).MyWorkFields }));

const NOTHING = { state: undefined, role: undefined, agency: undefined, holder: undefined } as const;

/** Words to find, one group at a time, and what else narrows the list; all of it stands in the address. */
export function MyWorkFilters(props: MyWorkProps) {
  const { work, review, view, onView } = props;
  const narrow = (changes: Partial<MyWorkView>) => onView({ ...changes, page: undefined });
  const count = Object.keys(NOTHING).filter(
    (name) => view[name as keyof typeof NOTHING] !== undefined,
  ).length;
  const counts = new Map<WorkGroup, number>(
    groupWork(work, asMyWorkFilter(view)).map(({ group, items }) => [group, items.length]),
  );
  if (review !== undefined && review.total > 0) counts.set('review', review.total);
  const chosen = groupOf(view);
  return (
    <FilterBar
      label={t('Tìm trong việc của tôi (không cần dấu)')}
      search={view.search}
      onSearch={(search) => narrow({ search })}
      count={count}
      onClear={() => narrow({ ...NOTHING, search: undefined })}
      between={
        <fieldset className="level-choice group-choice">
          <legend className="visually-hidden">{t('Nhóm việc')}</legend>
          {[undefined, ...WORK_GROUPS.filter((group) => counts.has(group) || chosen === group)].map(
            (group) => (
              <button
                key={group ?? 'all'}
                type="button"
                className="level-button"
                aria-pressed={chosen === group}
                onClick={() => narrow({ group })}
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
          <MyWorkFields {...props} onView={narrow} />
        </Suspense>
      )}
    </FilterBar>
  );
}
