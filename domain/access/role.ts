/** What a post lets its holder do. One post, one role; a person may hold several posts. */
export const ACCESS_ROLES = [
  'owner',
  'leader',
  'head',
  'officer',
  'verifier',
  'inspector',
  'auditor',
  'administrator',
] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

export const ROLE_WORDS: Readonly<Record<AccessRole, { readonly name: string; readonly meaning: string }>> = {
  owner: {
    name: 'Cơ quan chủ trì kế hoạch',
    meaning: 'Sở Nội vụ: lập và sửa kế hoạch, đôn đốc, soạn phương án sắp xếp.',
  },
  leader: { name: 'Lãnh đạo tỉnh', meaning: 'Xem toàn tỉnh, duyệt phương án sắp xếp tổ chức.' },
  head: {
    name: 'Thủ trưởng cơ quan',
    meaning: 'Phụ trách phần việc của cơ quan mình và các đơn vị trực thuộc.',
  },
  officer: { name: 'Công chức thực hiện', meaning: 'Làm phần việc của cơ quan mình.' },
  verifier: { name: 'Người thẩm định', meaning: 'Thẩm định kết quả; không chấm điểm cho cơ quan nào.' },
  inspector: { name: 'Người kiểm tra', meaning: 'Xem toàn tỉnh để kiểm tra; không sửa gì.' },
  auditor: { name: 'Người giám sát', meaning: 'Xem mọi thứ kể cả nhật ký; không thay đổi gì.' },
  administrator: {
    name: 'Quản trị hệ thống',
    meaning: 'Quản lý người dùng và cài đặt; không xem, không sửa số liệu.',
  },
};
