import { ACTS, type Act, type ActReach, type ActRule } from '#domain/access/acts.ts';
import { getLocale, t } from '../i18n/translate.ts';

/** An act added to the table before its English is told in Vietnamese. */
const ENGLISH: Readonly<Partial<Record<Act, string>>> = {
  'plan.read': 'read the plan',
  'plan.edit': 'edit the plan',
  'plan.import': 'import plan documents',
  'import.read': 'read imports',
  'assignment.read': 'read parts of tasks',
  'assignment.hold': 'name who does a part',
  'agency.read': 'read the directory of agencies',
  'reform.read': 'read reforms of agencies',
  'reform.draft': 'draft a reform',
  'reform.approve': 'approve a reform',
  'reform.apply': 'apply a reform',
  'reform.reverse': 'reverse a reform',
  'person.read': 'see people',
  'person.invite': 'invite people',
  'person.rename': "correct a person's name",
  'person.update': "correct a person's contacts",
  'person.disable': 'lock or unlock an account',
  'person.end-sessions': "end another's sessions",
  'post.give': 'give a post',
  'post.end': 'end a post',
  'delegation.give': 'let another act while absent',
  handover: "hand over a leaver's work",
  'account.self': 'manage one’s own account',
  'audit.read': 'read the audit',
  'audit.export': 'export the audit',
};

export function formatAct(act: Act): string {
  const words = (getLocale() === 'en' ? ENGLISH[act] : undefined) ?? ACTS[act].words;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function formatReach(reach: ActReach): string {
  return { province: t('toàn tỉnh'), agency: t('cơ quan mình'), self: t('của mình') }[reach];
}

const STATES: Readonly<Record<string, () => string>> = {
  new: () => t('chưa có'),
  draft: () => t('đang soạn'),
  submitted: () => t('đã trình'),
  approved: () => t('đã duyệt'),
  applied: () => t('đã thực hiện'),
};

/** What else an act asks, besides the role. */
export function formatConditions({ states, reauthenticate, notBy }: ActRule): readonly string[] {
  return [
    ...(states === undefined
      ? []
      : [t('chỉ khi: {states}', { states: states.map((state) => STATES[state]?.() ?? state).join(', ') })]),
    ...(notBy === 'its-author' ? [t('người soạn không tự làm')] : []),
    ...(notBy === 'its-subject' ? [t('không làm cho chính mình')] : []),
    ...(reauthenticate === true ? [t('nhập lại mật khẩu')] : []),
  ];
}
