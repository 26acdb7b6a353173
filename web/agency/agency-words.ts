import type { Role } from '#contract/reading.ts';
import { t } from '../i18n/translate.ts';

export const ROLES: readonly Role[] = ['lead', 'coordinate', 'oversee'];

export function formatRole(role: Role): string {
  return { lead: t('Chủ trì'), coordinate: t('Phối hợp'), oversee: t('Theo dõi') }[role];
}

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
