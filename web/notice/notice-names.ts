import type { MailChoice } from '#domain/notice/digest-time.ts';
import type { NoticeGroup, NoticeRecipient } from '#domain/notice/notice-rule.ts';
import { t } from '../i18n/translate.ts';

export function groupName(group: NoticeGroup): string {
  return {
    late: t('Quá hạn'),
    due: t('Đến hạn'),
    waiting: t('Đang chờ bạn'),
    mention: t('Được nhắc tên'),
  }[group];
}

export function recipientName(recipient: NoticeRecipient): string {
  return {
    holder: t('Người thực hiện'),
    head: t('Thủ trưởng cơ quan'),
    owner: t('Cơ quan chủ trì kế hoạch'),
    leader: t('Lãnh đạo tỉnh'),
    reviewer: t('Người duyệt'),
    blocking: t('Cơ quan đang được chờ'),
    mentioned: t('Người được nhắc tên'),
  }[recipient];
}

export function mailChoiceName(choice: MailChoice): string {
  return {
    daily: t('Mỗi ngày làm việc một thư'),
    weekly: t('Mỗi tuần một thư, ngày làm việc đầu tuần'),
    late: t('Chỉ khi có việc quá hạn'),
    none: t('Không nhận thư, chỉ xem trên trang'),
  }[choice];
}

/** The rules by their ids; one that has no name yet is named by its id. */
export function ruleName(id: string): string {
  const names: Readonly<Record<string, string>> = {
    'before-first': t('Sắp đến hạn, lần một'),
    'before-second': t('Sắp đến hạn, lần hai'),
    'before-last': t('Sắp đến hạn, lần cuối'),
    due: t('Đến hạn'),
    'late-first': t('Quá hạn, lần một'),
    'late-second': t('Quá hạn, lần hai'),
    'late-third': t('Quá hạn, lần ba'),
    unconfirmed: t('Cơ quan phối hợp chưa xác nhận'),
    returned: t('Bị trả lại'),
    asked: t('Có đề nghị chờ quyết định'),
    review: t('Kết quả chờ duyệt'),
    blocked: t('Cơ quan khác đang chờ'),
    silent: t('Lâu không báo cáo'),
    'next-passed': t('Qua ngày hẹn báo cáo'),
    mentioned: t('Được nhắc tên'),
  };
  return names[id] ?? id;
}
