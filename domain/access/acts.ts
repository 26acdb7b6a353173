import type { AccessRole } from './role.ts';

/** How far a role may do an act: anywhere in the province, for the agencies of its post, or only for itself. */
export type ActReach = 'province' | 'agency' | 'self';

export interface ActRule {
  /** The act as a person would say it, after "được" or "không được". */
  readonly words: string;
  readonly roles: Readonly<Partial<Record<AccessRole, ActReach>>>;
  /** States of the thing in which it may be done; left out, any. */
  readonly states?: readonly string[];
  /** Asks for the password again when the last time is too long ago. */
  readonly reauthenticate?: true;
  /** Whoever did the named act to the thing may not do this one: separation of duties. */
  readonly notBy?: 'its-author' | 'its-subject';
}

const ALL_WHO_WORK = {
  owner: 'province',
  leader: 'province',
  head: 'province',
  officer: 'province',
  verifier: 'province',
  inspector: 'province',
  auditor: 'province',
} as const;
const WHO_OVERSEE = {
  owner: 'province',
  leader: 'province',
  verifier: 'province',
  inspector: 'province',
  auditor: 'province',
} as const;
const EVERYONE = { ...ALL_WHO_WORK, administrator: 'province' } as const;
const ONESELF = {
  owner: 'self',
  leader: 'self',
  head: 'self',
  officer: 'self',
  verifier: 'self',
  inspector: 'self',
  auditor: 'self',
  administrator: 'self',
} as const;

/**
 * What each role may do, to what, in which state: the one table. The server decides by it, the screen disables by
 * it, and the page "Quyền hạn" shows it. An act that is not here cannot be done.
 */
export const ACTS = {
  'calendar.read': { words: 'xem lịch làm việc', roles: EVERYONE },
  'calendar.edit': {
    words: 'ghi thông báo nghỉ, hoán đổi ngày làm việc',
    roles: { administrator: 'province', owner: 'province' },
  },
  'plan.read': { words: 'xem kế hoạch', roles: ALL_WHO_WORK },
  'plan.edit': { words: 'sửa kế hoạch', roles: { owner: 'province' } },
  'schedule.read': { words: 'xem mốc thời hạn của kế hoạch', roles: ALL_WHO_WORK },
  'schedule.accept': { words: 'quyết định mốc thời hạn của kế hoạch', roles: { owner: 'province' } },
  'plan.import': { words: 'nhập văn bản kế hoạch', roles: { owner: 'province' } },
  'import.read': {
    words: 'xem bản nhập',
    roles: { owner: 'province', leader: 'province', auditor: 'province' },
  },
  'assignment.read': { words: 'xem phần việc', roles: { ...WHO_OVERSEE, head: 'agency', officer: 'agency' } },
  'assignment.hold': {
    words: 'giao phần việc cho người thực hiện',
    roles: { owner: 'province', head: 'agency' },
  },
  'work.report': {
    words: 'báo cáo, nộp kết quả phần việc',
    roles: { owner: 'agency', head: 'agency', officer: 'agency' },
  },
  'work.review': {
    words: 'duyệt kết quả phần việc',
    roles: { owner: 'province', verifier: 'province', head: 'agency', officer: 'agency' },
    notBy: 'its-author',
  },
  'work.close': { words: 'kết thúc hoặc mở lại việc', roles: { owner: 'province' } },
  'work.comment': {
    words: 'trao đổi về nhiệm vụ',
    roles: {
      owner: 'province',
      leader: 'province',
      verifier: 'province',
      inspector: 'province',
      head: 'agency',
      officer: 'agency',
    },
  },
  'evidence.read': {
    words: 'xem tài liệu kiểm chứng',
    roles: { ...WHO_OVERSEE, head: 'agency', officer: 'agency' },
  },
  'evidence.attach': {
    words: 'nộp tài liệu kiểm chứng',
    roles: { owner: 'agency', head: 'agency', officer: 'agency' },
    states: ['waiting', 'doing', 'submitted', 'returned'],
  },
  'evidence.withdraw': {
    words: 'rút tài liệu kiểm chứng',
    roles: { owner: 'agency', head: 'agency', officer: 'agency' },
    states: ['waiting', 'doing', 'returned'],
  },
  'evidence.correct': {
    words: 'sửa thông tin của tài liệu kiểm chứng',
    roles: { owner: 'province', verifier: 'province', head: 'agency', officer: 'agency' },
  },
  'letter.read': {
    words: 'xem công văn đôn đốc',
    roles: { ...WHO_OVERSEE, head: 'agency', officer: 'agency' },
  },
  'letter.issue': { words: 'soạn, ban hành, thu hồi công văn đôn đốc', roles: { owner: 'province' } },
  'feed.own': {
    words: 'lấy lịch thời hạn về phần mềm lịch',
    roles: {
      owner: 'self',
      leader: 'self',
      head: 'self',
      officer: 'self',
      verifier: 'self',
      inspector: 'self',
      auditor: 'self',
    },
  },
  'measurement.read': { words: 'xem số liệu', roles: { ...WHO_OVERSEE, head: 'agency', officer: 'agency' } },
  'notice.own': { words: 'xem lời nhắc của mình, chọn cách nhận', roles: ONESELF },
  'notice.oversee': {
    words: 'xem thư nhắc đã gửi và hiệu quả',
    roles: { owner: 'province', leader: 'province', auditor: 'province', administrator: 'province' },
  },
  'notice.rules': {
    words: 'đặt quy tắc nhắc việc',
    roles: { owner: 'province', administrator: 'province' },
  },
  'agency.read': { words: 'xem danh mục cơ quan', roles: EVERYONE },
  'reform.read': {
    words: 'xem phương án sắp xếp',
    roles: { owner: 'province', leader: 'province', auditor: 'province' },
  },
  'reform.preview': {
    words: 'xem trước phương án sắp xếp',
    roles: { owner: 'province', leader: 'province', auditor: 'province' },
    states: ['draft', 'submitted', 'approved'],
  },
  'reform.draft': {
    words: 'soạn phương án sắp xếp',
    roles: { owner: 'province' },
    states: ['new', 'draft'],
  },
  'reform.approve': {
    words: 'duyệt phương án sắp xếp',
    roles: { leader: 'province', owner: 'province' },
    states: ['submitted'],
    notBy: 'its-author',
    reauthenticate: true,
  },
  'reform.return': {
    words: 'trả lại phương án sắp xếp để sửa',
    roles: { leader: 'province', owner: 'province' },
    states: ['submitted', 'approved'],
  },
  'reform.apply': {
    words: 'thực hiện phương án sắp xếp',
    roles: { owner: 'province' },
    states: ['approved'],
    reauthenticate: true,
  },
  'reform.reverse': {
    words: 'đảo lại phương án sắp xếp',
    roles: { owner: 'province' },
    states: ['applied'],
    reauthenticate: true,
  },
  'person.read': {
    words: 'xem người dùng',
    roles: {
      administrator: 'province',
      owner: 'province',
      leader: 'province',
      auditor: 'province',
      head: 'agency',
      officer: 'agency',
      verifier: 'agency',
      inspector: 'agency',
    },
  },
  'person.invite': {
    words: 'mời người dùng',
    roles: { administrator: 'province' },
    reauthenticate: true,
  },
  'person.rename': { words: 'sửa họ tên người dùng', roles: { administrator: 'province' } },
  'person.update': {
    words: 'sửa thông tin liên hệ',
    roles: { ...ONESELF, administrator: 'province' },
  },
  'person.disable': {
    words: 'khóa hoặc mở tài khoản',
    roles: { administrator: 'province' },
    notBy: 'its-subject',
    reauthenticate: true,
  },
  'person.end-sessions': {
    words: 'kết thúc phiên đăng nhập của người khác',
    roles: { administrator: 'province' },
    reauthenticate: true,
  },
  'post.give': {
    words: 'trao chức vụ',
    roles: { administrator: 'province' },
    notBy: 'its-subject',
    reauthenticate: true,
  },
  'post.end': {
    words: 'kết thúc chức vụ',
    roles: { administrator: 'province' },
    reauthenticate: true,
  },
  'delegation.give': {
    words: 'ủy quyền khi vắng mặt',
    roles: { ...ONESELF, administrator: 'province' },
  },
  handover: {
    words: 'bàn giao việc của người thôi giữ chức vụ',
    roles: { ...ONESELF, head: 'agency', administrator: 'province' },
  },
  'account.self': { words: 'quản lý tài khoản của mình', roles: ONESELF },
  'audit.read': {
    words: 'xem nhật ký',
    roles: { auditor: 'province', leader: 'province', administrator: 'province' },
  },
  'audit.export': { words: 'xuất nhật ký', roles: { auditor: 'province' }, reauthenticate: true },
} as const satisfies Record<string, ActRule>;

export type Act = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as readonly Act[];
