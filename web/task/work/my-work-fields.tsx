import { Checkbox } from '@mantine/core';
import { formatRole } from '../../agency/agency-words.ts';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import type { MyWorkProps } from './my-work-view.ts';
import { formatState } from './work-words.ts';

/** What narrows one's work besides words and the group. */
export function MyWorkFields({ work, review, view, onView }: MyWorkProps) {
  const all = t('Tất cả');
  const agencies = new Map([
    ...[...work.todo, ...work.waiting].map(({ agencyId, agencyName }) => [agencyId, agencyName] as const),
    ...(review?.agencies ?? []).map(({ id, name }) => [id, name] as const),
  ]);
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
