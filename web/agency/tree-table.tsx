import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { TreeAgency } from '#contract/agency.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty } from '../ui/state.tsx';
import type { AgencyTree } from './agency-queries.ts';
import { formatCodeSystem, formatLevel, formatSpan } from './agency-words.ts';
import { Checked } from './checked.tsx';

interface TreeTableProps {
  readonly tree: AgencyTree;
  readonly level: string | undefined;
}

/** The tree as a table whose rows open and close; of one level with whatever stands above it. */
export function TreeTable({ tree, level }: TreeTableProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const kept = keepLevel(tree.agencies, level);
  const shown = hideBelow(kept, closed);
  const parents = kept.filter(({ children }) => children > 0).map(({ id }) => id);
  const toggle = (id: string) =>
    setClosed(new Set(closed.has(id) ? [...closed].filter((one) => one !== id) : [...closed, id]));
  if (kept.length === 0)
    return (
      <Empty title={t('Không có cơ quan nào của cấp này vào ngày này')}>
        <span className="dim">{t('Chọn ngày khác, hoặc bỏ lọc theo cấp.')}</span>
      </Empty>
    );
  return (
    <>
      <div className="tree-actions no-print">
        <Button size="compact-sm" variant="default" onClick={() => setClosed(new Set(parents))}>
          {t('Thu gọn hết')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setClosed(new Set())}>
          {t('Mở hết')}
        </Button>
      </div>
      <table className="rows tree">
        <thead>
          <tr>
            <th scope="col" className="half">
              {t('Cơ quan')}
            </th>
            <th scope="col">{t('Cấp')}</th>
            <th scope="col">{t('Mã')}</th>
            <th scope="col">{t('Hoạt động')}</th>
            <th scope="col">{t('Đối chiếu')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((agency) => (
            <TreeRow
              key={agency.id}
              agency={agency}
              on={tree.on}
              isClosed={closed.has(agency.id)}
              onToggle={() => toggle(agency.id)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function keepLevel(agencies: readonly TreeAgency[], level: string | undefined): readonly TreeAgency[] {
  if (level === undefined) return agencies;
  const parents = new Map(agencies.map(({ id, parentId }) => [id, parentId]));
  const kept = new Set<string>();
  for (const agency of agencies.filter((one) => one.level === level))
    for (let at: string | null = agency.id; at !== null && !kept.has(at); at = parents.get(at) ?? null)
      kept.add(at);
  return agencies.filter(({ id }) => kept.has(id));
}

/** Parents come before their children. */
function hideBelow(agencies: readonly TreeAgency[], closed: ReadonlySet<string>): readonly TreeAgency[] {
  const hidden = new Set<string>();
  return agencies.filter(({ id, parentId }) => {
    if (parentId === null || !(closed.has(parentId) || hidden.has(parentId))) return true;
    hidden.add(id);
    return false;
  });
}

interface TreeRowProps {
  readonly agency: TreeAgency;
  readonly on: string;
  readonly isClosed: boolean;
  readonly onToggle: () => void;
}

function TreeRow({ agency, on, isClosed, onToggle }: TreeRowProps) {
  return (
    <tr data-depth={Math.min(agency.depth, 4)}>
      <td>
        <span className="tree-name">
          {agency.children === 0 ? (
            <span className="tree-toggle" />
          ) : (
            <button
              type="button"
              className="tree-toggle"
              aria-expanded={!isClosed}
              aria-label={t('Các cơ quan dưới {name}', { name: agency.name })}
              onClick={onToggle}
            >
              {isClosed ? (
                <IconChevronRight size={16} aria-hidden />
              ) : (
                <IconChevronDown size={16} aria-hidden />
              )}
            </button>
          )}
          <span>
            <PageLink to={paths.agency(agency.id)} search={{ ngay: on }}>
              {agency.name}
            </PageLink>{' '}
            {agency.children === 0 ? null : (
              <span className="dim small">
                {t('{n} cơ quan trực thuộc', { n: formatNumber(agency.children) })}
              </span>
            )}{' '}
            {agency.validFrom === on ? <Chip tone="accent">{t('mới từ ngày này')}</Chip> : null}
            {agency.validTo === on ? <Chip tone="warn">{t('ngày hoạt động cuối cùng')}</Chip> : null}
          </span>
        </span>
      </td>
      <td data-label={t('Cấp')}>{formatLevel(agency.level)}</td>
      <td data-label={t('Mã')} className="dim">
        {agency.codes.map(({ system, code }) => `${formatCodeSystem(system)} ${code}`).join('; ')}
      </td>
      <td data-label={t('Hoạt động')} className="dim">
        {agency.validFrom === null && agency.validTo === null ? '' : formatSpan(agency)}
      </td>
      <td data-label={t('Đối chiếu')}>
        <Checked verified={agency.verified} />
      </td>
    </tr>
  );
}
