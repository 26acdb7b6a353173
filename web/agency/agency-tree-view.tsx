import { useQuery } from '@tanstack/react-query';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { DayField } from '../ui/day-field.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Loaded } from '../ui/state.tsx';
import type { AgenciesViewProps } from './agencies-address.ts';
import { type AgencyTree, treeQuery } from './agency-queries.ts';
import { formatLevel, LEVELS } from './agency-words.ts';
import { DayChanges } from './day-changes.tsx';
import { DaySlider } from './day-slider.tsx';
import { FoundAgencies } from './found-agencies.tsx';
import { GapNotice } from './gap-list.tsx';
import { TreeTable } from './tree-table.tsx';

/** Cây tổ chức: the agencies as they stood on a day, and the ways to another day or to one of them. */
export function AgencyTreeView({ address, onAddress }: AgenciesViewProps) {
  const tree = useQuery(treeQuery(address.ngay));
  const search = address.search ?? '';
  const go = (ngay: string | undefined) => onAddress({ ngay });
  return (
    <>
      <search className="filters-line no-print" aria-label={t('Tìm và chọn ngày')}>
        <SearchBox
          label={t('Tìm cơ quan (mọi tên gọi, không cần dấu)')}
          value={search}
          onSearch={(words) => onAddress({ search: words })}
        />
        <DayField label={t('Ngày')} value={address.ngay ?? tree.data?.on} onChoose={go} />
      </search>
      <Loaded query={tree}>
        {(loaded) => (
          <>
            <DaySlider days={loaded.days} on={address.ngay ?? loaded.on} onChoose={go} />
            {search.trim() === '' ? (
              <WholeTree tree={loaded} level={address.level} onLevel={(level) => onAddress({ level })} />
            ) : (
              <FoundAgencies search={search} on={loaded.on} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface WholeTreeProps {
  readonly tree: AgencyTree;
  readonly level: string | undefined;
  readonly onLevel: (level: string | undefined) => void;
}

function WholeTree({ tree, level, onLevel }: WholeTreeProps) {
  return (
    <>
      <LevelCounts tree={tree} level={level} onLevel={onLevel} />
      <DayChanges tree={tree} />
      <TreeTable key={level ?? ''} tree={tree} level={level} />
      <GapNotice gaps={tree.gaps} on={tree.on} />
    </>
  );
}

/** How many agencies of each level there are; one of them chosen shows only that level. */
function LevelCounts({ tree, level, onLevel }: WholeTreeProps) {
  const counts = LEVELS.map((one) => ({
    level: one,
    count: tree.agencies.filter((agency) => agency.level === one).length,
  }));
  return (
    <div className="level-counts">
      <p role="status">
        {t('Ngày {day}: {n} cơ quan', {
          day: formatDay(tree.on),
          n: formatNumber(tree.agencies.length),
        })}
      </p>
      <fieldset className="level-choice" aria-label={t('Lọc theo cấp')}>
        {counts
          .filter(({ count, level: one }) => count > 0 || one === level || one === 'district')
          .map(({ level: one, count }) => (
            <button
              key={one}
              type="button"
              className="level-button"
              aria-pressed={level === one}
              onClick={() => onLevel(level === one ? undefined : one)}
            >
              {formatLevel(one)} <strong>{formatNumber(count)}</strong>
            </button>
          ))}
      </fieldset>
    </div>
  );
}
