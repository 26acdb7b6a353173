import { useQuery } from '@tanstack/react-query';
import { FindingCode, type PlanFilter } from '#contract/plan.ts';
import type { Role } from '#contract/reading.ts';
import { formatRole, ROLES } from '../agency/agency-words.ts';
import { t } from '../i18n/translate.ts';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { DEADLINE_KINDS, formatDeadlineKind } from './deadline-words.ts';
import { formatFindingKind } from './finding-words.ts';
import { outlineQuery, planAgenciesQuery } from './plan-queries.ts';
import { countFilters, type PlanView } from './plan-view.ts';
import { formatTargetKind, TARGET_KINDS } from './target-words.ts';

interface PlanFiltersProps {
  readonly planId: string;
  readonly view: PlanView;
  readonly onView: (changes: Partial<PlanView>) => void;
}

const NOTHING = {
  area: undefined,
  agency: undefined,
  role: undefined,
  target: undefined,
  deadline: undefined,
  dueFrom: undefined,
  dueTo: undefined,
  finding: undefined,
};

export function PlanFilters({ planId, view, onView }: PlanFiltersProps) {
  const count = countFilters(view);
  return (
    <FilterBar
      label={t('Tìm trong kế hoạch (không cần dấu)')}
      search={view.search}
      onSearch={(search) => onView({ search })}
      count={count}
      onClear={() => onView({ ...NOTHING, search: undefined })}
    >
      {() => <FilterFields planId={planId} view={view} onView={onView} />}
    </FilterBar>
  );
}

function FilterFields({ planId, view, onView }: PlanFiltersProps) {
  const areas = (useQuery(outlineQuery(planId)).data ?? []).filter(({ kind }) => kind === 'area');
  const agencies = useQuery(planAgenciesQuery(planId)).data ?? [];
  const all = t('Tất cả');
  return (
    <div className="filter-fields">
      <Choice
        label={t('Lĩnh vực')}
        placeholder={all}
        value={view.area}
        options={areas.map(({ id, code, name }) => ({ value: id, label: `${code}. ${name}` }))}
        onChoose={(area) => onView({ area })}
      />
      <Choice
        label={t('Cơ quan')}
        placeholder={all}
        value={view.agency}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(agency) => onView({ agency })}
      />
      <Choice
        label={t('Vai trò')}
        placeholder={all}
        value={view.role}
        options={ROLES.map((role) => ({ value: role, label: formatRole(role) }))}
        onChoose={(role) => onView({ role: role as Role | undefined })}
      />
      <Choice
        label={t('Loại chỉ tiêu')}
        placeholder={all}
        value={view.target}
        options={TARGET_KINDS.map((kind) => ({ value: kind, label: formatTargetKind(kind) }))}
        onChoose={(target) => onView({ target: target as PlanFilter['target'] })}
      />
      <Choice
        label={t('Loại thời hạn')}
        placeholder={all}
        value={view.deadline}
        options={DEADLINE_KINDS.map((kind) => ({ value: kind, label: formatDeadlineKind(kind) }))}
        onChoose={(deadline) => onView({ deadline })}
      />
      <Choice
        label={t('Điều cần xem lại')}
        placeholder={all}
        value={view.finding}
        options={FindingCode.options.map((code) => ({ value: code, label: formatFindingKind(code) }))}
        onChoose={(finding) => onView({ finding: finding as PlanFilter['finding'] })}
      />
      <DayField label={t('Hạn từ ngày')} value={view.dueFrom} onChoose={(dueFrom) => onView({ dueFrom })} />
      <DayField label={t('Hạn đến ngày')} value={view.dueTo} onChoose={(dueTo) => onView({ dueTo })} />
    </div>
  );
}
