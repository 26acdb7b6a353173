import { useQuery } from '@tanstack/react-query';
import { NO_AREA } from '#domain/task/work/due-view.ts';
import { WORK_STATES } from '#domain/task/work/work-act.ts';
import { formatRole } from '../../agency/agency-words.ts';
import { t } from '../../i18n/translate.ts';
import { PlanChoice } from '../../plan/plan-choice.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { formatState } from '../work/work-words.ts';
import { asFilter } from './as-filter.ts';
import { plansQuery, roomQuery } from './overview-queries.ts';
import { countNarrowing, type OverviewView } from './overview-view.ts';

interface OverviewFiltersProps {
  readonly view: OverviewView;
  readonly onView: (changes: Partial<OverviewView>) => void;
}

const NOTHING = {
  area: undefined,
  agency: undefined,
  role: undefined,
  state: undefined,
  from: undefined,
  to: undefined,
  search: undefined,
  page: undefined,
};

/** Which work is shown; all of it stands in the address. */
export function OverviewFilters({ view, onView }: OverviewFiltersProps) {
  const count = countNarrowing(view);
  const plans = useQuery(plansQuery).data ?? [];
  const narrow = (changes: Partial<OverviewView>) => onView({ ...changes, page: undefined });
  return (
    <FilterBar
      lead={
        <PlanChoice
          plans={plans}
          chosen={view.plan}
          unchosen={t('Tất cả')}
          onChoose={(plan) => narrow({ plan, area: undefined })}
        />
      }
      label={t('Tìm việc, cơ quan (không cần dấu)')}
      search={view.search}
      onSearch={(search) => narrow({ search })}
      count={count}
      onClear={() => onView(NOTHING)}
    >
      {() => <FilterFields view={view} onView={narrow} />}
    </FilterBar>
  );
}

function FilterFields({ view, onView }: OverviewFiltersProps) {
  // Whatever else is chosen, every area and agency of the plan can be.
  const room = useQuery(roomQuery(asFilter({ plan: view.plan }))).data;
  const all = t('Tất cả');
  return (
    <div className="filter-fields">
      <Choice
        label={t('Lĩnh vực')}
        placeholder={all}
        value={view.area}
        options={(room?.areas ?? []).map(({ id, code, name }) => ({
          value: id ?? NO_AREA,
          label: code === '' ? name : `${code}. ${name}`,
        }))}
        onChoose={(area) => onView({ area })}
      />
      <Choice
        label={t('Cơ quan')}
        placeholder={all}
        value={view.agency}
        options={(room?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(agency) => onView({ agency })}
      />
      <Choice
        label={t('Vai trò')}
        placeholder={all}
        value={view.role}
        options={(['lead', 'coordinate'] as const).map((role) => ({ value: role, label: formatRole(role) }))}
        onChoose={(role) => onView({ role })}
      />
      <Choice
        label={t('Trạng thái')}
        placeholder={all}
        value={view.state}
        options={WORK_STATES.map((state) => ({ value: state, label: formatState(state) }))}
        onChoose={(state) => onView({ state })}
      />
      <DayField label={t('Hạn từ ngày')} value={view.from} onChoose={(from) => onView({ from })} />
      <DayField label={t('Hạn đến ngày')} value={view.to} onChoose={(to) => onView({ to })} />
    </div>
  );
}
