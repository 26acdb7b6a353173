import { Button, Checkbox, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { formatRole } from '../../agency/agency-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { formatGroup } from './group-words.ts';
import { GROUPS, groupWork, type MyWork, type MyWorkView } from './my-work-view.ts';
import { formatState } from './work-words.ts';

interface MyWorkFiltersProps {
  readonly work: MyWork;
  readonly view: MyWorkView;
  readonly onView: (changes: Partial<MyWorkView>) => void;
}

const NOTHING = { state: undefined, role: undefined, agency: undefined, holder: undefined };

/** Words to find, one group at a time, and what else narrows the list; all of it stands in the address. */
export function MyWorkFilters({ work, view, onView }: MyWorkFiltersProps) {
  const count = Object.keys(NOTHING).filter(
    (name) => view[name as keyof typeof NOTHING] !== undefined,
  ).length;
  const [opened, { toggle }] = useDisclosure(count > 0);
  const counts = new Map(
    groupWork(work, { ...view, group: undefined }).map(({ group, items }) => [group, items.length]),
  );
  return (
    <search className="filters no-print" aria-label={t('Tìm và lọc')}>
      <div className="filters-line">
        <SearchBox
          label={t('Tìm trong việc của tôi (không cần dấu)')}
          value={view.search ?? ''}
          onSearch={(search) => onView({ search })}
        />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
          aria-controls="bo-loc"
        >
          {count === 0 ? t('Bộ lọc') : t('Bộ lọc ({n})', { n: count })}
        </Button>
        {count === 0 && view.search === undefined ? null : (
          <Button variant="subtle" onClick={() => onView({ ...NOTHING, search: undefined })}>
            {t('Bỏ lọc')}
          </Button>
        )}
      </div>
      <fieldset className="level-choice group-choice">
        <legend className="visually-hidden">{t('Nhóm việc')}</legend>
        {[undefined, ...GROUPS.filter((group) => counts.has(group) || view.group === group)].map((group) => (
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
        ))}
      </fieldset>
      <Collapse expanded={opened} id="bo-loc">
        {opened ? <FilterFields work={work} view={view} onView={onView} /> : null}
      </Collapse>
    </search>
  );
}

function FilterFields({ work, view, onView }: MyWorkFiltersProps) {
  const all = t('Tất cả');
  const agencies = new Map(
    [...work.todo, ...work.toReview, ...work.waiting].map(({ agencyId, agencyName }) => [
      agencyId,
      agencyName,
    ]),
  );
  return (
    <div className="filter-fields">
      <Choice
        label={t('Trạng thái')}
        placeholder={all}
        value={view.state}
        options={(['waiting', 'doing', 'returned', 'submitted'] as const).map((state) => ({
          value: state,
          label: formatState(state),
        }))}
        onChoose={(state) => onView({ state })}
      />
      <Choice
        label={t('Vai trò')}
        placeholder={all}
        value={view.role}
        options={(['lead', 'coordinate'] as const).map((role) => ({ value: role, label: formatRole(role) }))}
        onChoose={(role) => onView({ role })}
      />
      <Choice
        label={t('Cơ quan')}
        placeholder={all}
        value={view.agency}
        options={[...agencies].map(([value, label]) => ({ value, label }))}
        onChoose={(agency) => onView({ agency })}
      />
      <Checkbox
        label={t('Chỉ việc giao cho tôi')}
        checked={view.holder === 'toi'}
        onChange={(event) => onView({ holder: event.currentTarget.checked ? 'toi' : undefined })}
      />
    </div>
  );
}
