/** What was done, as it follows a name: "Nguyễn Văn A đã xác nhận bản nhập". */
const ACT_WORDS: Readonly<Record<string, string>> = {
  'import.create': 'đã nhập văn bản kế hoạch',
  'import.correct': 'đã sửa chỗ đọc của bản nhập',
  'import.confirm': 'đã xác nhận bản nhập',
  'import.undo': 'đã hủy bản nhập',
  'import.download': 'đã tải văn bản gốc',
  'plan.export': 'đã xuất kế hoạch',
  'plan.undo': 'đã hoàn tác thay đổi của kế hoạch',
  'task.create': 'đã thêm nhiệm vụ',
  'task.update': 'đã sửa nhiệm vụ',
  'task.move': 'đã chuyển chỗ nhiệm vụ',
  'task.remove': 'đã bỏ nhiệm vụ',
  'audit.export': 'đã xuất nhật ký',
};

const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  import: 'bản nhập',
  plan: 'kế hoạch',
  task: 'nhiệm vụ',
  agency: 'cơ quan',
  reform: 'phương án sắp xếp',
  person: 'người dùng',
  post: 'chức vụ',
  delegation: 'ủy quyền',
  handover: 'bàn giao',
  invitation: 'lời mời',
  session: 'phiên đăng nhập',
  backup: 'bản sao lưu',
  audit: 'nhật ký',
};

/** Every act that has words, for choosing one. */
export const AUDIT_ACTS = Object.keys(ACT_WORDS);

/** The words of an act; one that has none yet is named by its code. */
export function auditActWords(act: string): string {
  return Object.hasOwn(ACT_WORDS, act) ? (ACT_WORDS[act] ?? act) : act;
}

export function auditSubjectWords(kind: string): string {
  return Object.hasOwn(SUBJECT_WORDS, kind) ? (SUBJECT_WORDS[kind] ?? kind) : kind;
}
