import type { Place, TaskField } from '#contract/reading.ts';
import { t } from '../i18n/translate.ts';

/** The columns of a plan, in the order of the document. */
export const FIELDS: readonly TaskField[] = [
  'code',
  'name',
  'deadline',
  'leads',
  'coordinators',
  'deliverables',
];

export function formatField(field: TaskField): string {
  return {
    code: t('STT'),
    name: t('Nhiệm vụ'),
    deadline: t('Thời hạn'),
    leads: t('Chủ trì'),
    coordinators: t('Phối hợp'),
    deliverables: t('Sản phẩm'),
  }[field];
}

/** Where words stood: "trang 3, dòng 12, cột 2", "ô B7". */
export function formatPlace(place: Place): string {
  return [
    place.page === undefined ? '' : t('trang {n}', { n: place.page }),
    place.table === undefined ? '' : t('bảng {n}', { n: place.table }),
    place.cell === undefined ? '' : t('ô {n}', { n: place.cell }),
    place.line === undefined ? '' : t('dòng {n}', { n: place.line }),
    place.row === undefined ? '' : t('hàng {n}', { n: place.row }),
    place.column === undefined ? '' : t('cột {n}', { n: place.column }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
