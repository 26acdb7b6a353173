import { Button, Group, Menu, Text } from '@mantine/core';
import { IconColumns3, IconDownload, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Plan } from '#contract/plan.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { OwnPartsNote } from '../own-parts-note.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { CreateTask } from './create-task.tsx';
import { PLAN_COLUMNS } from './plan-columns.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { planQuery, rowsQuery } from './plan-queries.ts';
import { PlanTable } from './plan-table.tsx';
import { countFilters, listFilters, type PlanView, parsePlanView } from './plan-view.ts';

/** Kế hoạch: the tree of areas and tasks, searched, filtered, ordered; the address keeps the view. */
export function PlanPage() {
  const { planId = '' } = useParams({ strict: false });
  const [address, setView] = useAddress<PlanView>();
  const view = parsePlanView({ ...address });
  const plan = useQuery(planQuery(planId));
  const title = plan.data === undefined ? t('Kế hoạch') : plan.data.title;
  return (
    <Page
      title={title}
      about={plan.data === undefined ? undefined : <PlanAbout plan={plan.data} />}
      actions={
        plan.data === undefined ? undefined : <PlanActions plan={plan.data} view={view} onView={setView} />
      }
    >
      <Loaded query={plan}>{(loaded) => <PlanRows plan={loaded} view={view} onView={setView} />}</Loaded>
    </Page>
  );
}

function PlanAbout({ plan }: { readonly plan: Plan }) {
  const document = [
    plan.number === null ? undefined : t('Số {number}', { number: plan.number }),
    plan.issuedOn === null ? undefined : t('ngày {day}', { day: formatDay(plan.issuedOn) }),
    plan.issuer === null ? undefined : plan.issuer,
  ].filter((part) => part !== undefined);
  return (
    <Group gap="2px 1rem">
      {document.length === 0 ? null : <span>{document.join(', ')}</span>}
      <span>{t('{n} lĩnh vực', { n: formatNumber(plan.counts.areas) })}</span>
      <span>{t('{n} nhiệm vụ', { n: formatNumber(plan.counts.tasks) })}</span>
      <PageLink to={paths.agencies()} search={{ view: 'work', plan: plan.id }}>
        {t('{n} phần việc của các cơ quan', { n: formatNumber(plan.counts.assignments) })}
      </PageLink>
      <PageLink to={paths.schedule(plan.id)}>{t('Mốc thời hạn')}</PageLink>
      <PageLink to={paths.findings()} search={{ plan: plan.id }}>
        {t('{n} điều cần xem lại', { n: formatNumber(plan.counts.findings) })}
      </PageLink>
      <OwnPartsNote />
    </Group>
  );
}

interface ViewProps {
  readonly view: PlanView;
  readonly onView: (changes: Partial<PlanView>) => void;
}

function PlanActions({ plan, view, onView }: ViewProps & { readonly plan: Plan }) {
  const planId = plan.id;
  return (
    <>
      <CreateTask
        planId={planId}
        revision={plan.revision}
        year={plan.year ?? undefined}
        place={{ parentId: view.area ?? null, afterId: undefined }}
      />
      <ColumnChooser view={view} onView={onView} />
      <Button
        component="a"
        href={paths.exportDocx(planId)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        .docx
      </Button>
      <Button
        component="a"
        href={paths.exportXlsx(planId)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        .xlsx
      </Button>
      <PageLink to={paths.print(planId)} className="button-link">
        <IconPrinter size={16} aria-hidden /> {t('In')}
      </PageLink>
    </>
  );
}

function ColumnChooser({ view, onView }: ViewProps) {
  const hidden = (view.hide ?? '').split(',').filter((id) => id !== '');
  const toggle = (id: string) => {
    const now = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id];
    onView({ hide: now.join(',') });
  };
  return (
    <Menu position="bottom-end" trapFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} className="wide-only">
          {t('Cột')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PLAN_COLUMNS.filter(({ isFixed }) => isFixed !== true).map(({ id, words }) => (
          <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={() => toggle(id)}>
            {words()}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PlanRows({ plan, view, onView }: ViewProps & { readonly plan: Plan }) {
  const first = useQuery({ ...rowsQuery(plan.id, listFilters(view), 0), placeholderData: keepPreviousData });
  return (
    <>
      <PlanFilters planId={plan.id} view={view} onView={onView} />
      <Loaded query={first}>
        {({ total }) => (
          <div className="plan-rows" data-stale={first.isPlaceholderData}>
            <Text size="sm" c="dimmed" role="status">
              {describeCount(plan, view, total)}
            </Text>
            {total === 0 ? (
              <Empty title={t('Không có nhiệm vụ nào như vậy')}>
                <Text size="sm">{t('Hãy bớt từ tìm kiếm hoặc bỏ lọc.')}</Text>
              </Empty>
            ) : (
              <PlanTable planId={plan.id} view={view} total={total} onView={onView} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function describeCount(plan: Plan, view: PlanView, total: number): string {
  const isNarrow = countFilters(view) > 0 || (view.search ?? '') !== '';
  return isNarrow
    ? t('{n} dòng phù hợp, kể cả lĩnh vực và mục chứa nhiệm vụ tìm thấy', { n: formatNumber(total) })
    : t('{rows} dòng: {areas} lĩnh vực, {headings} mục, {tasks} nhiệm vụ', {
        rows: formatNumber(total),
        areas: formatNumber(plan.counts.areas),
        headings: formatNumber(plan.counts.headings),
        tasks: formatNumber(plan.counts.tasks),
      });
}
