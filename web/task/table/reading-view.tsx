import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ProgressProblem, ProgressRow } from '#contract/task/progress-table.ts';
import { explainFailure } from '../../api.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import { Failure } from '../../ui/state.tsx';
import { formatProgress } from '../work/work-words.ts';
import type { ReadTable } from './table-queries.ts';

interface ReadingViewProps {
  readonly reading: ReadTable;
  /** Rows the person left as they stand. */
  readonly kept: ReadonlySet<string>;
  readonly onKept: (kept: ReadonlySet<string>) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** How many reports would be stored. */
  readonly n: number;
  readonly onApply: () => void;
}

/** What a table would change, beside what stands; what is not understood, with its place. */
export function ReadingView({ reading, kept, onKept, isPending, error, n, onApply }: ReadingViewProps) {
  const { rows, problems } = reading;
  const changed = rows.filter(({ change }) => change !== 'nothing');
  const conflicts = changed.filter(({ change }) => change === 'conflict').length;
  return (
    <section aria-labelledby="bang-se-lam-gi">
      <Stack gap="sm">
        <h2 id="bang-se-lam-gi" className="section-title">
          {t('Bảng này sẽ làm gì')}
        </h2>
        <Text size="sm" role="status">
          {t(
            '{report} việc có nội dung mới, {conflict} việc người khác vừa cập nhật, {same} dòng không đổi, {bad} chỗ chưa hiểu.',
            {
              report: formatNumber(changed.length - conflicts),
              conflict: formatNumber(conflicts),
              same: formatNumber(rows.length - changed.length),
              bad: formatNumber(problems.length),
            },
          )}
        </Text>
        {problems.length === 0 ? null : <Problems problems={problems} />}
        {changed.length === 0 ? null : <Changes rows={changed} kept={kept} onKept={onKept} />}
        {error === null ? null : <Failure title={t('Chưa lưu được')} sentences={explainFailure(error)} />}
        {changed.length === 0 ? null : (
          <Group gap="xs">
            <Button disabled={n === 0} loading={isPending} onClick={onApply}>
              {t('Lưu {n} báo cáo', { n: formatNumber(n) })}
            </Button>
            {problems.length === 0 ? null : (
              <Text size="sm" c="dimmed">
                {t('Các chỗ chưa hiểu không được lưu.')}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly ProgressProblem[] }) {
  return (
    <div className="notice notice-bad" role="alert">
      <div className="notice-body">
        <p>
          <strong>{t('Sửa các ô này trong bảng rồi đọc lại:')}</strong>
        </p>
        <ul className="moved-list">
          {problems.map(({ row, column, problem }) => (
            <li key={`${row} ${column} ${problem}`}>
              {t('Dòng {row}, cột "{column}": {problem}', { row, column, problem })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Changes({
  rows,
  kept,
  onKept,
}: {
  readonly rows: readonly ProgressRow[];
  readonly kept: ReadonlySet<string>;
  readonly onKept: (kept: ReadonlySet<string>) => void;
}) {
  const toggle = (id: string, take: boolean) => {
    const next = new Set(kept);
    if (take) next.delete(id);
    else next.add(id);
    onKept(next);
  };
  return (
    <table className="rows change-rows">
      <thead>
        <tr>
          <th scope="col">{t('Lưu')}</th>
          <th scope="col" className="fourth">
            {t('Việc')}
          </th>
          <th scope="col" className="third">
            {t('Đang có')}
          </th>
          <th scope="col" className="third">
            {t('Theo bảng')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.dueItemId}>
            <td data-label={t('Lưu')}>
              <Checkbox
                aria-label={t('Lưu dòng {row}: {work}', { row: row.row, work: row.work })}
                checked={!kept.has(row.dueItemId)}
                onChange={(event) => toggle(row.dueItemId, event.currentTarget.checked)}
              />
            </td>
            <td>
              {row.work}
              <div className="dim small">
                {[row.agencyName, ...(row.dueOn === null ? [] : [formatDay(row.dueOn)])].join(' · ')}
              </div>
              {row.change === 'conflict' ? (
                <Chip tone="warn">{t('Người khác vừa cập nhật: chọn để ghi thêm nội dung của bảng')}</Chip>
              ) : null}
              {row.warnings.map((warning) => (
                <div key={warning} className="small doubts">
                  {warning}
                </div>
              ))}
            </td>
            <td data-label={t('Đang có')}>
              <Standing standing={row.before} />
            </td>
            <td data-label={t('Theo bảng')}>
              <Standing standing={row.after} before={row.before} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a work stands, in lines; those that differ from before are marked. */
function Standing({
  standing,
  before,
}: {
  readonly standing: ProgressRow['before'];
  readonly before?: ProgressRow['before'];
}) {
  const lines = linesOf(standing);
  const old = before === undefined ? undefined : new Set(linesOf(before));
  if (lines.length === 0) return <span className="dim">{t('Chưa có báo cáo')}</span>;
  return (
    <ul className="standing">
      {lines.map((line) => (
        <li key={line}>{old === undefined || old.has(line) ? line : <ins>{line}</ins>}</li>
      ))}
    </ul>
  );
}

function linesOf({ text, amount, step, blocker, nextOn }: ProgressRow['before']): readonly string[] {
  const progress = formatProgress({ amount, step: null });
  return [
    ...(text === null ? [] : [text]),
    ...(progress === '' ? [] : [progress]),
    ...(step === null ? [] : [t('Bước: {step}', { step })]),
    ...(blocker === null
      ? []
      : [t('Vướng từ {day}: {words}', { day: formatDay(blocker.since), words: blocker.words })]),
    ...(nextOn === null ? [] : [t('báo tiếp {day}', { day: formatDay(nextOn) })]),
  ];
}
