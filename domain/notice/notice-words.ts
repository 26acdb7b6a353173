import type { NoticeRecipient } from './notice-rule.ts';

/** The rules by their ids, as a page names them. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  'before-first': 'Sắp đến hạn, lần một',
  'before-second': 'Sắp đến hạn, lần hai',
  'before-last': 'Sắp đến hạn, lần cuối',
  due: 'Đến hạn',
  'late-first': 'Quá hạn, lần một',
  'late-second': 'Quá hạn, lần hai',
  'late-third': 'Quá hạn, lần ba',
  unconfirmed: 'Cơ quan phối hợp chưa xác nhận',
  returned: 'Bị trả lại',
  asked: 'Có đề nghị chờ quyết định',
  review: 'Kết quả chờ duyệt',
  blocked: 'Cơ quan khác đang chờ',
  silent: 'Lâu không báo cáo',
  'next-passed': 'Qua ngày hẹn báo cáo',
  mentioned: 'Được nhắc tên',
  urged: 'Công văn đôn đốc',
};

/** Why somebody is reminded, after "vì bạn". */
export const RECIPIENT_WORDS: Readonly<Record<NoticeRecipient, string>> = {
  holder: 'là người thực hiện',
  head: 'là thủ trưởng cơ quan thực hiện',
  owner: 'thuộc cơ quan chủ trì kế hoạch',
  leader: 'là lãnh đạo tỉnh',
  reviewer: 'là người duyệt',
  blocking: 'thuộc cơ quan đang được chờ',
  mentioned: 'được nhắc tên',
};
