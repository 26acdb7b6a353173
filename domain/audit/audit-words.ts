/** What was done, as it follows a name: "Nguyễn Văn A đã xác nhận bản nhập". */
const ACT_WORDS: Readonly<Record<string, string>> = {
  'import.create': 'đã nhập văn bản kế hoạch',
  'import.correct': 'đã sửa chỗ đọc của bản nhập',
  'import.confirm': 'đã xác nhận bản nhập',
  'import.undo': 'đã hủy bản nhập',
  'import.download': 'đã tải văn bản gốc',
  'calendar.record': 'đã ghi thông báo về ngày làm việc',
  'calendar.withdraw': 'đã thu hồi thông báo về ngày làm việc',
  'schedule.accept': 'đã chấp nhận mốc thời hạn đề xuất',
  'schedule.decline': 'đã bỏ mốc thời hạn đề xuất',
  'schedule.enter': 'đã ấn định ngày cho',
  'schedule.remove': 'đã bỏ ngày đã ấn định của',
  'plan.export': 'đã xuất kế hoạch',
  'plan.undo': 'đã hoàn tác thay đổi của kế hoạch',
  'task.create': 'đã thêm nhiệm vụ',
  'task.update': 'đã sửa nhiệm vụ',
  'task.move': 'đã chuyển chỗ nhiệm vụ',
  'task.remove': 'đã bỏ nhiệm vụ',
  'work.report': 'đã báo cáo tiến độ',
  'work.submit': 'đã nộp kết quả',
  'work.take-back': 'đã lấy lại kết quả',
  'work.accept': 'đã duyệt kết quả',
  'work.return': 'đã trả lại kết quả',
  'work.close': 'đã kết thúc việc',
  'work.reopen': 'đã mở lại việc',
  'work.ask-not-applicable': 'đã đề nghị không áp dụng',
  'work.ask-extension': 'đã xin gia hạn',
  'work.grant': 'đã đồng ý đề nghị',
  'work.refuse': 'đã từ chối đề nghị',
  'work.export': 'đã tải bảng tiến độ',
  'comment.add': 'đã trao đổi về',
  'evidence.attach': 'đã nộp tài liệu kiểm chứng',
  'evidence.replace': 'đã nộp bản mới của tài liệu kiểm chứng',
  'evidence.claim': 'đã dùng tài liệu kiểm chứng cho',
  'evidence.withdraw': 'đã rút tài liệu kiểm chứng',
  'evidence.correct': 'đã sửa thông tin của tài liệu kiểm chứng',
  'evidence.download': 'đã tải tài liệu kiểm chứng',
  'evidence.export': 'đã tải danh mục tài liệu',
  'notice.rules': 'đã đổi',
  'letter.issue': 'đã ban hành công văn đôn đốc',
  'letter.withdraw': 'đã thu hồi công văn đôn đốc',
  'letter.download': 'đã tải công văn đôn đốc',
  'letter.export': 'đã tải sổ công văn',
  'feed.create': 'đã tạo đường dẫn lịch thời hạn',
  'feed.revoke': 'đã hủy đường dẫn lịch thời hạn',
  'audit.export': 'đã xuất nhật ký',
  'assignment.hold': 'đã giao phần việc cho người thực hiện',
  'reform.draft': 'đã soạn phương án sắp xếp',
  'reform.submit': 'đã trình phương án sắp xếp',
  'reform.return': 'đã trả lại phương án sắp xếp',
  'reform.approve': 'đã duyệt phương án sắp xếp',
  'reform.apply': 'đã thực hiện phương án sắp xếp',
  'reform.reverse': 'đã đảo lại phương án sắp xếp',
  'person.invite': 'đã mời người dùng',
  'person.update': 'đã sửa thông tin người dùng',
  'person.disable': 'đã khóa tài khoản',
  'person.enable': 'đã mở lại tài khoản',
  'person.end-sessions': 'đã kết thúc các phiên đăng nhập của',
  'invitation.accept': 'đã nhận lời mời',
  'invitation.resend': 'đã gửi lại lời mời',
  'invitation.withdraw': 'đã rút lời mời',
  'post.give': 'đã trao chức vụ',
  'post.end': 'đã kết thúc chức vụ',
  'delegation.give': 'đã ủy quyền',
  'delegation.revoke': 'đã thu hồi ủy quyền',
  handover: 'đã bàn giao việc',
  'handover.confirm': 'đã xác nhận bàn giao',
  'backup.create': 'đã sao lưu',
  'backup.restore': 'đã khôi phục từ bản sao lưu',
  'setup.complete': 'đã tạo quản trị viên đầu tiên',
  'session.begin': 'đã đăng nhập',
  'session.refused': 'đăng nhập không thành công',
  'session.end': 'đã đăng xuất',
  'session.revoke': 'đã kết thúc một phiên đăng nhập',
  'password.change': 'đã đổi mật khẩu',
  'password.forget': 'đã xin đặt lại mật khẩu',
  'password.choose': 'đã đặt lại mật khẩu',
  'second-factor.begin': 'đã bật xác thực hai bước',
  'second-factor.end': 'đã tắt xác thực hai bước',
};

const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  import: 'bản nhập',
  calendar: 'lịch làm việc',
  plan: 'kế hoạch',
  task: 'nhiệm vụ',
  assignment: 'phần việc',
  'due-item': 'việc',
  evidence: 'tài liệu kiểm chứng',
  letter: 'công văn',
  feed: 'đường dẫn lịch',
  agency: 'cơ quan',
  reform: 'phương án sắp xếp',
  person: 'người dùng',
  post: 'chức vụ',
  delegation: 'ủy quyền',
  handover: 'bàn giao',
  invitation: 'lời mời',
  session: 'phiên đăng nhập',
  backup: 'bản sao lưu',
  'notice-rules': 'quy tắc nhắc việc',
  audit: 'nhật ký',
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  code: 'số',
  name: 'tên',
  deadline: 'thời hạn',
  leads: 'chủ trì',
  coordinators: 'phối hợp',
  deliverables: 'sản phẩm',
  parent: 'nằm trong',
  kind: 'loại',
  state: 'trạng thái',
  format: 'dạng tệp',
  title: 'tên văn bản',
  number: 'số văn bản',
  sendAt: 'giờ gửi thư',
  effectDays: 'số ngày tính hiệu quả',
  rules: 'quy tắc',
  dueOn: 'hạn',
  label: 'mốc',
  items: 'mốc',
  created: 'dòng mới',
  changed: 'dòng đổi',
  removed: 'dòng bỏ',
  others: 'dòng khác đổi theo',
  rows: 'số dòng',
  sha256: 'mã băm của tệp',
  planId: 'mã kế hoạch',
  file: 'tệp',
  dueItemId: 'mã việc',
  version: 'bản',
  issuedOn: 'ngày ban hành',
  issuer: 'nơi ban hành',
  signer: 'người ký',
  type: 'loại văn bản',
  email: 'thư điện tử',
  role: 'vai trò',
  agency: 'cơ quan',
  person: 'người',
  reason: 'lý do',
  from: 'từ ngày',
  to: 'đến ngày',
  validFrom: 'từ ngày',
  validTo: 'đến ngày',
  personId: 'mã người',
  agencyId: 'mã cơ quan',
  text: 'chữ tìm',
  act: 'việc',
  askBy: 'yêu cầu xong trước',
  tasks: 'số việc',
};

const STATE_WORDS: Readonly<Record<string, string>> = {
  draft: 'bản nháp',
  confirmed: 'đã xác nhận',
  undone: 'đã hủy',
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

/** The words of where a value stands: each step that has words, the rest by their codes. */
export function auditFieldWords(field: string): string {
  return field
    .split('.')
    .map((step) => (Object.hasOwn(FIELD_WORDS, step) ? (FIELD_WORDS[step] ?? step) : step))
    .join(' · ');
}

/** A value as it is read: states by their words, everything else as it stands. */
export function auditValueWords(field: string, value: string): string {
  return /(^|\.)state$/.test(field) && Object.hasOwn(STATE_WORDS, value)
    ? (STATE_WORDS[value] ?? value)
    : value;
}
