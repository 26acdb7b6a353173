import type { FindingCode } from '#contract/plan.ts';
import { t } from '../i18n/translate.ts';

/** The name of a kind of finding. */
export function formatFindingKind(code: FindingCode): string {
  const words: Record<FindingCode, string> = {
    'deadline-missing': t('Không ghi thời hạn'),
    'no-real-date': t('Không có ngày cụ thể'),
    'words-not-understood': t('Chưa hiểu lời văn'),
    'no-lead': t('Không có chủ trì'),
    'group-lead': t('Chủ trì là nhóm cơ quan'),
    'two-leads': t('Hai cơ quan chủ trì'),
    'product-missing': t('Không ghi sản phẩm'),
    'no-measurable-product': t('Sản phẩm không đo được'),
    'product-without-number': t('Sản phẩm không kèm con số'),
    'product-repeats-task': t('Sản phẩm nhắc lại nhiệm vụ'),
    'contradicting-percentages': t('Tỷ lệ mâu thuẫn'),
    'scanning-slip': t('Lỗi quét chữ'),
    'law-replaced': t('Văn bản đã bị thay thế'),
    'law-amended': t('Văn bản đã được sửa đổi'),
    'level-ended': t('Cấp không còn hoạt động'),
    'numbering-gap': t('Số thứ tự bị nhảy'),
    'numbering-doubled': t('Số thứ tự trùng'),
    'agency-unknown': t('Cơ quan chưa có trong danh mục'),
    'agency-ended': t('Cơ quan đã kết thúc hoạt động'),
    'group-unknown': t('Nhóm cơ quan chưa rõ'),
    'group-empty': t('Nhóm chưa có cơ quan nào'),
  };
  return words[code];
}
