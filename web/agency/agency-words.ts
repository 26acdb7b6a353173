import type { Role } from '#contract/reading.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

export const ROLES: readonly Role[] = ['lead', 'coordinate', 'oversee'];

export function formatRole(role: Role): string {
  return { lead: t('Chủ trì'), coordinate: t('Phối hợp'), oversee: t('Theo dõi') }[role];
}

export const LEVELS = ['central', 'province', 'district', 'commune', 'village'] as const;

export function formatLevel(level: string): string {
  const words: Record<string, string> = {
    central: t('Trung ương'),
    province: t('Cấp tỉnh'),
    district: t('Cấp huyện'),
    commune: t('Cấp xã'),
    village: t('Thôn, khối phố'),
  };
  return words[level] ?? level;
}

export const KINDS = [
  'department',
  'peoples-committee',
  'office',
  'board',
  'inspectorate',
  'unit',
  'service-unit',
  'vertical',
  'party-organ',
] as const;

export function formatKind(kind: (typeof KINDS)[number]): string {
  return {
    department: t('Sở'),
    'peoples-committee': t('Ủy ban nhân dân'),
    office: t('Văn phòng'),
    board: t('Ban'),
    inspectorate: t('Thanh tra'),
    unit: t('Đơn vị trực thuộc'),
    'service-unit': t('Đơn vị sự nghiệp'),
    vertical: t('Cơ quan ngành dọc'),
    'party-organ': t('Cơ quan của Đảng'),
  }[kind];
}

export function formatCodeSystem(system: 'egov' | 'gso'): string {
  return { egov: t('Mã định danh'), gso: t('Mã thống kê') }[system];
}

interface Span {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Days something held: "từ 01/03/2025", "đến 28/02/2025", "từ … đến …"; words where neither is known. */
export function formatSpan({ validFrom, validTo }: Span): string {
  if (validFrom !== null && validTo !== null)
    return t('từ {from} đến {to}', { from: formatDay(validFrom), to: formatDay(validTo) });
  if (validFrom !== null) return t('từ {from}', { from: formatDay(validFrom) });
  if (validTo !== null) return t('đến {to}', { to: formatDay(validTo) });
  return t('có từ trước, nay vẫn còn');
}

/** Whether it had begun and not ended by a day. */
export function holdsOn({ validFrom, validTo }: Span, day: string): boolean {
  return (validFrom ?? '') <= day && (validTo === null || day <= validTo);
}

/** The ISO day before another; browsers do not all have Temporal yet. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
