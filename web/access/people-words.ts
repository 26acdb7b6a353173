import type { PersonState } from '#contract/access.ts';
import { ACCESS_ROLES, type AccessRole } from '#domain/access/role.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

export const PERSON_STATES: readonly PersonState[] = ['active', 'invited', 'disabled'];

export function formatState(state: PersonState): string {
  return { active: t('Đang dùng'), invited: t('Chờ nhận lời mời'), disabled: t('Đã khóa') }[state];
}

export function formatSpell(spell: { readonly validFrom: string; readonly validTo: string | null }): string {
  return spell.validTo === null
    ? t('từ {day}', { day: formatDay(spell.validFrom) })
    : t('từ {day} đến {last}', { day: formatDay(spell.validFrom), last: formatDay(spell.validTo) });
}

export function findRole(words: string | undefined): AccessRole | undefined {
  return ACCESS_ROLES.find((role) => role === words);
}
