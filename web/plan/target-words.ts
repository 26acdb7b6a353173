import type { Target } from '#contract/reading.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

/** A target as a short phrase: "≥ 90 %", "giảm ≥ 3 % so với 2021". */
export function formatTarget(target: Target): string {
  const words = [
    ...formatMeasure(target),
    target.baseline === undefined ? '' : t('so với {baseline}', { baseline: target.baseline }),
  ];
  const whole = words.filter((part) => part !== '').join(' ');
  return target.approx === true ? t('khoảng {amount}', { amount: whole }) : whole;
}

function formatMeasure(target: Target): readonly string[] {
  const amount = formatAmount(target);
  switch (target.comparator) {
    case 'increase':
    case 'decrease': {
      const bound = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '', between: '' }[target.bound ?? '='];
      return [target.comparator === 'increase' ? t('tăng') : t('giảm'), amount === '' ? '' : bound, amount];
    }
    case 'exists':
      return [t('phải có')];
    case 'count':
    case 'between':
      return [amount];
    default:
      return [{ '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }[target.comparator], amount];
  }
}

function formatAmount({ value, upper, unit }: Target): string {
  if (value === undefined) return '';
  const range = upper === undefined ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(upper)}`;
  return unit === undefined ? range : `${range} ${unit}`;
}

/** Everything read about a target, for who wants to know what is counted. */
export function formatTargetFully(target: Target): string {
  return [
    formatTarget(target),
    target.subject,
    target.scope,
    target.deadline === undefined ? undefined : t('đến {day}', { day: formatDay(target.deadline) }),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

export const TARGET_KINDS = [
  '>=',
  '>',
  '<=',
  '<',
  '=',
  'between',
  'increase',
  'decrease',
  'count',
  'exists',
  'none',
] as const;

export function formatTargetKind(kind: (typeof TARGET_KINDS)[number]): string {
  return {
    '>=': t('Ít nhất (≥)'),
    '>': t('Trên (>)'),
    '<=': t('Không quá (≤)'),
    '<': t('Dưới (<)'),
    '=': t('Đạt đúng (=)'),
    between: t('Trong khoảng'),
    increase: t('Tăng'),
    decrease: t('Giảm'),
    count: t('Đếm số lượng'),
    exists: t('Phải có'),
    none: t('Không có chỉ tiêu'),
  }[kind];
}
