import type { DraftEvent } from '#contract/agency/event.ts';
import type { NewOwner, Reform, ReformState } from '#contract/agency/reform.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';

export const REFORM_STATES: readonly ReformState[] = ['draft', 'submitted', 'approved', 'applied'];

export function formatReformState(state: ReformState): string {
  return {
    draft: t('Đang soạn'),
    submitted: t('Chờ duyệt'),
    approved: t('Đã duyệt, chờ thực hiện'),
    applied: t('Đã thực hiện'),
    reversed: t('Đã đảo lại'),
  }[state];
}

export function formatReformAct(kind: Reform['acts'][number]['kind']): string {
  return {
    created: t('Soạn'),
    changed: t('Sửa'),
    submitted: t('Trình duyệt'),
    returned: t('Trả lại để sửa'),
    approved: t('Duyệt'),
    applied: t('Thực hiện'),
    reversed: t('Đảo lại'),
  }[kind];
}

export const EVENT_KINDS = [
  'merge',
  'split',
  'rename',
  'move',
  'abolish',
  'establish',
  'transfer',
] as const satisfies readonly DraftEvent['kind'][];

export function formatEventKind(kind: DraftEvent['kind']): string {
  return {
    merge: t('Hợp nhất, sáp nhập'),
    split: t('Chia, tách'),
    rename: t('Đổi tên'),
    move: t('Chuyển cơ quan cấp trên'),
    abolish: t('Kết thúc hoạt động'),
    establish: t('Thành lập'),
    transfer: t('Chuyển nhiệm vụ'),
  }[kind];
}

/** "15/NQ-HĐND ngày 01/03/2025"; words where there is none yet. */
export function formatDecision({ number, date }: Reform['decision']): string {
  if (number === null) return t('chưa có số văn bản');
  return date === null ? number : t('{paper} ngày {day}', { paper: number, day: formatDay(date) });
}

export function formatOwner(owner: NewOwner, nameOf: (id: string) => string): string {
  return owner.kind === 'closed' ? t('Đóng lại, không chuyển') : nameOf(owner.agencyId);
}
