import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#contract/router.ts';
import { ACTS, type Act } from '#domain/access/acts.ts';
import { ACCESS_ROLES, type AccessRole } from '#domain/access/role.ts';
import { type Answer, type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

/** Of a made-up thing: whoever is let in learns that it is not there. */
const NOTHING = '00000000-0000-7000-8000-000000000000';
const PLAN = (title: string) =>
  `KẾ HOẠCH\n${title} năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n` +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ\tBáo cáo\n2\tTập huấn\tQuý III/2026\tSở Nội vụ\t\t02 lớp\n';
const POST = {
  agencyId: 'so-tu-phap',
  title: 'Chuyên viên',
  role: 'officer',
  validFrom: '2026-03-02',
  validTo: null,
};
const TABLE =
  'Họ và tên\tThư điện tử\tCơ quan\tChức vụ\tVai trò\tTừ ngày\nMa Văn Thử\tthu@langson.gov.vn\tSở Tư pháp\tChuyên viên\tCông chức thực hiện\t02/3/2026';

interface Known {
  planId: string;
  areaId: string;
  taskId: string;
  assignmentId: string;
  dueItemId: string;
  importId: string;
  draftId: string;
  draftRow: string;
  invitedId: string;
  victimId: string;
  victimPostId: string;
  createdTaskId: string;
  revision: number;
  digest: string;
  scheduleItemId: string;
  reformId: string;
  reformRevision: number;
}
interface Oneself {
  readonly client: Client;
  readonly personId: string;
  readonly postId: string;
}

interface Line {
  readonly act: Act;
  /** Who may: owner, leader, head, officer, verifier, inspector, auditor, administrator. */
  readonly by: string;
  readonly url?: (known: Known, self: Oneself) => string;
  readonly body?: (known: Known, self: Oneself) => object;
  /** What whoever may do it is answered; 200 when left out. */
  readonly answer?: number | Partial<Record<AccessRole, number>>;
  /** Never ends, where it begins. */
  readonly isStream?: true;
  /** Keeps what later lines need. */
  readonly keep?: (known: Known, answer: Answer) => void;
}

const revised = (more: object = {}) => ({ body: ({ revision }: Known) => ({ revision, ...more }) });

const onReform = (more: object = {}) => ({
  body: ({ reformRevision }: Known) => ({ revision: reformRevision, ...more }),
});
const NOTICE = {
  words: 'Nghỉ tránh bão',
  source: 'Công điện số 01/CĐ-UBND ngày 02/3/2026',
  knownFrom: '2026-03-02',
  verified: true,
  days: [{ day: '2026-12-18', effect: 'off', words: 'tránh bão' }],
};
const LETTER = {
  symbol: 'SNV-CCHC',
  askBy: '2026-03-09',
  signer: { authority: null, title: 'Giám đốc', name: 'Nguyễn Văn Mẫu' },
  recipients: ['- Như trên.'],
  added: null,
};
const REFORM = {
  title: 'Đổi tên một sở',
  effectiveOn: '2026-03-02',
  decision: { number: '01/NQ-HĐND', date: '2026-02-20', title: null },
  events: [{ kind: 'rename', agencyId: 'so-y-te', name: 'Sở Y tế và Dân số' }],
};

/**
 * Every act that is asked for over HTTP, and who may: written out by hand. In the order in which the owner can do
 * them one after another.
 */
const LINES: Readonly<Record<string, Line>> = {
  'GET /plans': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}/rows': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}/outline': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}/findings': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}/changes': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /plans/{planId}/agencies': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /tasks/{taskId}': { act: 'plan.read', by: 'yyyyyyy-' },
  'GET /work/room': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/heat': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/unanswered': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/rows': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/years/{year}': { act: 'assignment.read', by: 'yyyyyyy-', url: () => '/work/years/2026' },
  'GET /work/acts': { act: 'assignment.read', by: 'yyyyyyy-', url: () => '/work/acts?since=2026-01-01' },
  'GET /work/mine': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/to-review': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/blockers': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /assignments/{assignmentId}/work': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /due-items/{dueItemId}/acts': { act: 'assignment.read', by: 'yyyyyyy-' },
  'POST /due-items/{dueItemId}/reports': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ id: crypto.randomUUID(), seen: 99, occurredOn: '2026-03-02', text: 'Đã có dự thảo' }),
    answer: { owner: 403, head: 200, officer: 200 },
  },
  'POST /due-items/{dueItemId}/ask-extension': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Chờ trung ương', dueOn: '2026-12-31' }),
    answer: { owner: 403, head: 200, officer: 409 },
  },
  'POST /due-items/{dueItemId}/refuse': {
    act: 'work.review',
    by: 'y-yyy---',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Vẫn kịp' }),
    answer: { owner: 200, head: 403, officer: 403, verifier: 409 },
  },
  'POST /due-items/{dueItemId}/ask-not-applicable': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Không còn đối tượng' }),
    answer: { owner: 403, head: 200, officer: 409 },
  },
  'POST /due-items/{dueItemId}/grant': {
    act: 'work.review',
    by: 'y-yyy---',
    body: () => ({ id: crypto.randomUUID(), seen: 99 }),
    answer: { owner: 200, head: 403, officer: 403, verifier: 409 },
  },
  'POST /due-items/{dueItemId}/reopen': {
    act: 'work.close',
    by: 'y-------',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Còn đối tượng' }),
  },
  'POST /due-items/{dueItemId}/submit': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Đã xong' }),
    answer: { owner: 403, head: 200, officer: 409 },
  },
  'POST /due-items/{dueItemId}/take-back': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ id: crypto.randomUUID(), seen: 99 }),
    answer: { owner: 403, head: 200, officer: 409 },
  },
  'POST /due-items/{dueItemId}/accept': {
    act: 'work.review',
    by: 'y-yyy---',
    body: () => ({ id: crypto.randomUUID(), seen: 99 }),
    answer: { owner: 409, head: 403, officer: 403, verifier: 409 },
  },
  'POST /due-items/{dueItemId}/return': {
    act: 'work.review',
    by: 'y-yyy---',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Thiếu phụ lục' }),
    answer: { owner: 409, head: 403, officer: 403, verifier: 409 },
  },
  'POST /due-items/{dueItemId}/close': {
    act: 'work.close',
    by: 'y-------',
    body: () => ({ id: crypto.randomUUID(), seen: 99, text: 'Trung ương đã bỏ' }),
  },
  'POST /work/table/readings': {
    act: 'work.report',
    by: 'y-yy----',
    body: () => ({ text: 'TT\tKết quả\nI.1\t' }),
  },
  'POST /work/table': {
    act: 'work.report',
    by: 'y-yy----',
    body: ({ dueItemId }) => ({
      occurredOn: '2026-03-02',
      reports: [{ dueItemId, id: crypto.randomUUID(), seen: 99, text: 'Theo bảng của phòng' }],
    }),
    // of another agency; closed above
    answer: { owner: 403, head: 409, officer: 409 },
  },
  'POST /tasks/{taskId}/comments': {
    act: 'work.comment',
    by: 'yyyyyy--',
    body: () => ({ id: crypto.randomUUID(), words: 'Cần phụ lục trước ngày 20' }),
  },
  'GET /plans/{planId}/schedule': { act: 'schedule.read', by: 'yyyyyyy-' },
  'GET /tasks/{taskId}/schedule': { act: 'schedule.read', by: 'yyyyyyy-' },
  // What is accepted has to be proposed; this is not.
  'POST /plans/{planId}/schedule/decisions': {
    act: 'schedule.accept',
    by: 'y-------',
    body: ({ taskId }) => ({
      decision: 'accept',
      proposals: [{ taskId, kind: 'milestone', label: 'Không có', proposedOn: '2026-05-15' }],
    }),
    answer: 409,
  },
  'POST /tasks/{taskId}/schedule/days': {
    act: 'schedule.accept',
    by: 'y-------',
    body: () => ({ label: 'Họp giữa kỳ', dueOn: '2026-05-15', reason: 'theo lịch họp' }),
    keep: (known, { body }) => {
      known.scheduleItemId = body.itemId;
    },
  },
  'POST /schedule-items/{itemId}/remove': {
    act: 'schedule.accept',
    by: 'y-------',
    url: ({ scheduleItemId }) => `/schedule-items/${scheduleItemId || NOTHING}/remove`,
    body: () => ({ reason: 'thôi họp' }),
  },
  'GET /evidence': { act: 'evidence.read', by: 'yyyyyyy-', url: () => `/evidence?dueItemId=${NOTHING}` },
  'GET /evidence/search': { act: 'evidence.read', by: 'yyyyyyy-' },
  'GET /evidence/{evidenceId}': {
    act: 'evidence.read',
    by: 'yyyyyyy-',
    url: () => `/evidence/${NOTHING}`,
    answer: 404,
  },
  'GET /evidence/{evidenceId}/versions/{version}/preview': {
    act: 'evidence.read',
    by: 'yyyyyyy-',
    url: () => `/evidence/${NOTHING}/versions/1/preview`,
    answer: 404,
  },
  'POST /evidence/uploads': {
    act: 'evidence.attach',
    by: 'y-yy----',
    body: () => ({ id: NOTHING, dueItemId: NOTHING, name: 'a.pdf', size: 1 }),
    answer: 404,
  },
  'GET /evidence/uploads/{uploadId}': {
    act: 'evidence.attach',
    by: 'y-yy----',
    url: () => `/evidence/uploads/${NOTHING}`,
    answer: 404,
  },
  'POST /evidence/uploads/{uploadId}/finish': {
    act: 'evidence.attach',
    by: 'y-yy----',
    url: () => `/evidence/uploads/${NOTHING}/finish`,
    answer: 404,
  },
  'POST /evidence/{evidenceId}/facts': {
    act: 'evidence.correct',
    by: 'y-yyy---',
    url: () => `/evidence/${NOTHING}/facts`,
    body: () => ({ corrections: [{ fact: 'number', value: '1/BC' }] }),
    answer: 404,
  },
  'POST /evidence/{evidenceId}/claims': {
    act: 'evidence.attach',
    by: 'y-yy----',
    url: () => `/evidence/${NOTHING}/claims`,
    body: () => ({ dueItemId: NOTHING }),
    answer: 404,
  },
  'POST /evidence/claims/{claimId}/withdraw': {
    act: 'evidence.withdraw',
    by: 'y-yy----',
    url: () => `/evidence/claims/${NOTHING}/withdraw`,
    body: () => ({ reason: 'nhầm tệp' }),
    answer: 404,
  },
  'GET /notices': { act: 'notice.own', by: 'yyyyyyyy' },
  'GET /notices/count': { act: 'notice.own', by: 'yyyyyyyy' },
  'POST /notices/read': { act: 'notice.own', by: 'yyyyyyyy', body: () => ({}) },
  'GET /notices/setting': { act: 'notice.own', by: 'yyyyyyyy' },
  'POST /notices/setting': {
    act: 'notice.own',
    by: 'yyyyyyyy',
    body: () => ({ mail: 'weekly', quietFrom: '19:00', quietTo: '07:00' }),
  },
  'GET /notices/rules': { act: 'notice.oversee', by: 'yy----yy' },
  'POST /notices/rules': {
    act: 'notice.rules',
    by: 'y------y',
    body: () => ({ rules: [], sendAt: '08:00', effectDays: 5 }),
  },
  'GET /notices/overview': { act: 'notice.oversee', by: 'yy----yy' },
  'GET /urging-letters/overdue': { act: 'letter.read', by: 'yyyyyyy-' },
  'GET /urging-letters': { act: 'letter.read', by: 'yyyyyyy-' },
  'POST /urging-letters/preview': {
    act: 'letter.issue',
    by: 'y-------',
    body: () => ({ dueItemIds: [], ...LETTER }),
  },
  // Nothing is late yet.
  'POST /urging-letters': {
    act: 'letter.issue',
    by: 'y-------',
    body: () => ({ id: NOTHING, dueItemIds: [], ...LETTER }),
    answer: 422,
  },
  'POST /urging-letters/{letterId}/withdraw': {
    act: 'letter.issue',
    by: 'y-------',
    url: () => `/urging-letters/${NOTHING}/withdraw`,
    body: () => ({ reason: 'Gửi nhầm' }),
    answer: 404,
  },
  'GET /feeds': { act: 'feed.own', by: 'yyyyyyy-' },
  'POST /feeds': { act: 'feed.own', by: 'yyyyyyy-', body: () => ({ agencyId: null }) },
  'POST /feeds/{feedId}/revoke': {
    act: 'feed.own',
    by: 'yyyyyyy-',
    url: () => `/feeds/${NOTHING}/revoke`,
    answer: 404,
  },
  'GET /agencies': { act: 'agency.read', by: 'yyyyyyyy' },
  'GET /agencies/{agencyId}': { act: 'agency.read', by: 'yyyyyyyy' },
  'GET /agencies/tree': { act: 'agency.read', by: 'yyyyyyyy' },
  'GET /agencies/gaps': { act: 'agency.read', by: 'yyyyyyyy' },
  'GET /agencies/{agencyId}/measures': { act: 'measurement.read', by: 'yyyyyyy-' },
  'GET /agencies/{agencyId}/series': {
    act: 'measurement.read',
    by: 'yyyyyyy-',
    url: () => '/agencies/so-tu-phap/series?measure=ho-so',
  },
  'GET /calendar/{year}': { act: 'calendar.read', by: 'yyyyyyyy', url: () => '/calendar/2026' },
  'GET /calendar/count': {
    act: 'calendar.read',
    by: 'yyyyyyyy',
    url: () => '/calendar/count?from=2026-03-02&n=5&unit=working-day&direction=after',
  },
  'POST /calendar/notices/preview': { act: 'calendar.edit', by: 'y------y', body: () => NOTICE },
  'POST /calendar/notices': {
    act: 'calendar.edit',
    by: 'y------y',
    body: () => NOTICE,
    // entered a second time it changes nothing
    answer: { owner: 200, administrator: 422 },
  },
  'POST /reforms': {
    act: 'reform.draft',
    by: 'y-------',
    body: () => REFORM,
    keep: (known, { body }) => {
      known.reformId = body.reformId;
    },
  },
  'GET /reforms': { act: 'reform.read', by: 'yy----y-' },
  'GET /reforms/{reformId}': { act: 'reform.read', by: 'yy----y-' },
  'PATCH /reforms/{reformId}': { act: 'reform.draft', by: 'y-------', ...onReform({ note: 'Bản hai' }) },
  'POST /reforms/readings': {
    act: 'reform.draft',
    by: 'y-------',
    body: () => ({ effectiveOn: '2026-03-02', text: 'Đơn vị cũ\tĐơn vị mới\nSở Y tế\tSở Y tế' }),
  },
  'GET /reforms/{reformId}/preview': { act: 'reform.preview', by: 'yy----y-' },
  'POST /reforms/{reformId}/submit': { act: 'reform.draft', by: 'y-------', ...onReform() },
  // Its author may approve reforms, and not this one.
  'POST /reforms/{reformId}/approve': {
    act: 'reform.approve',
    by: 'yy------',
    ...onReform(),
    answer: { owner: 403 },
  },
  'POST /reforms/{reformId}/apply': { act: 'reform.apply', by: 'y-------', ...onReform() },
  'POST /reforms/{reformId}/reverse': {
    act: 'reform.reverse',
    by: 'y-------',
    ...onReform({ reason: 'Làm lại từ đầu' }),
  },
  // Too late by now, and said to be.
  'POST /reforms/{reformId}/return': {
    act: 'reform.return',
    by: 'yy------',
    ...onReform({ reason: 'Còn thiếu' }),
    answer: 409,
  },
  'POST /assignments/{assignmentId}/holder': {
    act: 'assignment.hold',
    by: 'y-y-----',
    body: () => ({ personId: null }),
  },
  'POST /readings': {
    act: 'plan.edit',
    by: 'y-------',
    body: () => ({ words: { deadline: 'Quý II/2026' } }),
  },
  'POST /plans/{planId}/tasks': {
    act: 'plan.edit',
    by: 'y-------',
    body: ({ revision, areaId }) => ({
      revision,
      kind: 'task',
      parentId: areaId,
      afterId: null,
      words: { code: '3', name: 'Kiểm tra', leads: ['Sở Tư pháp'] },
    }),
    keep: (known, { body }) => {
      known.createdTaskId = body.taskId;
    },
  },
  'PATCH /tasks/{taskId}': {
    act: 'plan.edit',
    by: 'y-------',
    ...revised({ words: { deadline: 'Quý IV/2026' } }),
  },
  'POST /tasks/{taskId}/move': {
    act: 'plan.edit',
    by: 'y-------',
    body: ({ revision, areaId }) => ({ revision, parentId: areaId, afterId: null }),
  },
  'POST /tasks/{taskId}/remove': {
    act: 'plan.edit',
    by: 'y-------',
    url: ({ createdTaskId }) => `/tasks/${createdTaskId || NOTHING}/remove`,
    ...revised(),
  },
  'POST /plans/{planId}/undo': { act: 'plan.edit', by: 'y-------', ...revised() },
  'POST /imports': { act: 'plan.import', by: 'y-------' },
  'GET /imports': { act: 'import.read', by: 'yy----y-' },
  'GET /imports/{importId}': { act: 'import.read', by: 'yy----y-' },
  'POST /imports/{importId}/corrections': {
    act: 'plan.import',
    by: 'y-------',
    url: ({ draftId }) => `/imports/${draftId}/corrections`,
    body: ({ draftRow }) => ({ rowKey: draftRow, words: { deadline: 'Quý IV/2026' } }),
  },
  'POST /imports/{importId}/confirm': {
    act: 'plan.import',
    by: 'y-------',
    url: ({ draftId }) => `/imports/${draftId}/confirm`,
    body: () => ({}),
  },
  'POST /imports/{importId}/undo': {
    act: 'plan.import',
    by: 'y-------',
    url: ({ draftId }) => `/imports/${draftId}/undo`,
    body: () => ({}),
  },

  'GET /people': { act: 'person.read', by: 'yyyyyyyy' },
  'GET /people/{personId}': {
    act: 'person.read',
    by: 'yyyyyyyy',
    url: (_known, { personId }) => `/people/${personId}`,
  },
  'PATCH /people/{personId}': {
    act: 'person.update',
    by: 'yyyyyyyy',
    url: (_known, { personId }) => `/people/${personId}`,
    body: () => ({ name: '', phone: '0205 3812 345' }),
  },
  'POST /invitations': {
    act: 'person.invite',
    by: '-------y',
    body: () => ({ name: 'Hà Văn Mới', email: 'moi@langson.gov.vn', phone: null, post: POST }),
    keep: (known, { body }) => {
      known.invitedId = body.personId;
    },
  },
  'POST /invitations/table/preview': {
    act: 'person.invite',
    by: '-------y',
    body: () => ({ table: TABLE }),
    keep: (known, { body }) => {
      known.digest = body.digest;
    },
  },
  'POST /invitations/table': {
    act: 'person.invite',
    by: '-------y',
    body: ({ digest }) => ({ table: TABLE, digest }),
  },
  'POST /people/{personId}/invitation': {
    act: 'person.invite',
    by: '-------y',
    url: ({ invitedId }) => `/people/${invitedId || NOTHING}/invitation`,
  },
  'POST /people/{personId}/invitation/withdraw': {
    act: 'person.invite',
    by: '-------y',
    url: ({ invitedId }) => `/people/${invitedId || NOTHING}/invitation/withdraw`,
  },
  'POST /people/{personId}/posts': {
    act: 'post.give',
    by: '-------y',
    body: () => ({ ...POST, agencyId: 'so-noi-vu-2025' }),
    keep: (known, { body }) => {
      known.victimPostId = body.postId;
    },
  },
  'POST /posts/{postId}/end': {
    act: 'post.end',
    by: '-------y',
    url: ({ victimPostId }) => `/posts/${victimPostId || NOTHING}/end`,
    body: () => ({ endsOn: '2026-03-31', reason: 'hết việc' }),
  },
  'POST /people/{personId}/sessions/end': { act: 'person.end-sessions', by: '-------y' },
  'POST /people/{personId}/disable': {
    act: 'person.disable',
    by: '-------y',
    body: () => ({ reason: 'nghỉ việc' }),
  },
  'POST /people/{personId}/enable': {
    act: 'person.disable',
    by: '-------y',
    body: () => ({ reason: 'trở lại' }),
  },
  'POST /posts/{postId}/delegations': {
    act: 'delegation.give',
    by: 'yyyyyyyy',
    url: () => `/posts/${NOTHING}/delegations`,
    body: (_known, { personId }) => ({
      toPersonId: personId,
      validFrom: '2026-03-02',
      validTo: '2026-03-03',
      reason: 'nghỉ phép',
    }),
    answer: 404,
  },
  'POST /delegations/{delegationId}/revoke': {
    act: 'delegation.give',
    by: 'yyyyyyyy',
    url: () => `/delegations/${NOTHING}/revoke`,
    answer: 404,
  },
  'GET /posts/{postId}/handover': {
    act: 'handover',
    by: 'yyyyyyyy',
    url: (_known, { postId }) => `/posts/${postId}/handover`,
  },
  'POST /posts/{postId}/handover': {
    act: 'handover',
    by: 'yyyyyyyy',
    url: () => `/posts/${NOTHING}/handover`,
    body: (_known, { personId }) => ({
      toPersonId: personId,
      endsOn: '2026-03-02',
      seen: [],
      reason: 'nghỉ hưu',
    }),
    answer: 404,
  },

  'GET /audit': { act: 'audit.read', by: '-y----yy' },
  'GET /audit/entries/{seq}': { act: 'audit.read', by: '-y----yy', url: () => '/audit/entries/1' },
  'GET /audit/people': { act: 'audit.read', by: '-y----yy' },
  'POST /audit/verify': { act: 'audit.read', by: '-y----yy' },
  'GET /audit/roots': { act: 'audit.read', by: '-y----yy' },
};

/** Downloads, which are plain routes. */
const FILES: Readonly<Record<string, Line>> = {
  'GET /work/news': { act: 'assignment.read', by: 'yyyyyyy-', isStream: true },
  'GET /work/rows.xlsx': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /plans/:planId/schedule.xlsx': {
    act: 'schedule.read',
    by: 'yyyyyyy-',
    url: ({ planId }) => `/plans/${planId}/schedule.xlsx`,
  },
  'GET /work/room.xlsx': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /urging-letters/register.xlsx': { act: 'letter.read', by: 'yyyyyyy-' },
  'GET /evidence/search.xlsx': { act: 'evidence.read', by: 'yyyyyyy-' },
  'GET /work/mine.xlsx': { act: 'assignment.read', by: 'yyyyyyy-' },
  'GET /work/table.xlsx': { act: 'work.report', by: 'y-yy----' },
  'GET /urging-letters/:letterId/letter.docx': {
    act: 'letter.read',
    by: 'yyyyyyy-',
    url: () => `/urging-letters/${NOTHING}/letter.docx`,
    answer: 404,
  },
  'GET /plans/:planId/export.docx': {
    act: 'plan.read',
    by: 'yyyyyyy-',
    url: ({ planId }) => `/plans/${planId}/export.docx`,
  },
  'GET /plans/:planId/export.xlsx': {
    act: 'plan.read',
    by: 'yyyyyyy-',
    url: ({ planId }) => `/plans/${planId}/export.xlsx`,
  },
  'GET /evidence/:evidenceId/versions/:version/file': {
    act: 'evidence.read',
    by: 'yyyyyyy-',
    url: () => `/evidence/${NOTHING}/versions/1/file`,
    answer: 404,
  },
  'PUT /evidence/uploads/:uploadId/parts/:offset': {
    act: 'evidence.attach',
    by: 'y-yy----',
    url: () => `/evidence/uploads/${NOTHING}/parts/0`,
    answer: 400,
  },
  'GET /imports/:importId/file': {
    act: 'plan.read',
    by: 'yyyyyyy-',
    url: ({ importId }) => `/imports/${importId}/file`,
  },
  'GET /audit/export.jsonl': { act: 'audit.export', by: '------y-', url: () => '/audit/export.jsonl' },
  'GET /audit/export.xlsx': { act: 'audit.export', by: '------y-', url: () => '/audit/export.xlsx' },
};

/** Before anybody is signed in, or with a secret that came by letter. */
const AT_THE_DOOR = [
  'GET /session',
  'POST /session',
  'POST /session/code',
  'POST /session/end',
  'POST /session/provider',
  'POST /password/forget',
  'POST /password/choose',
  'POST /setup/find',
  'POST /setup',
  'POST /invitations/find',
  'POST /invitations/accept',
  'GET /demo/people',
  'POST /demo/sign-in',
];
/** Of whoever is signed in, with a post or without. */
const OF_ONES_OWN: Readonly<Record<string, object | undefined>> = {
  'POST /session/prove': { password: 'x' },
  'GET /account/sessions': undefined,
  'POST /account/sessions/end': { sessionId: NOTHING },
  'POST /account/password': { current: 'x', chosen: 'chuồng gà cạnh bờ ao' },
  'POST /account/totp': { password: 'x' },
  'POST /account/totp/confirm': { code: '000000' },
  'POST /account/totp/end': { password: 'x' },
};
/** Plain routes that tell nothing of a province. */
const OPEN_ROUTES = ['GET /api', 'GET /api/openapi.json'];
/** Plain routes whose address is the secret that lets in (server/notice/feed). */
const BY_SECRET = ['GET /lich/:secret.ics'];

let product: ProductUnderTest;
const selves = new Map<AccessRole, Oneself>();
const known: Known = {
  planId: '',
  areaId: '',
  taskId: '',
  assignmentId: '',
  dueItemId: '',
  importId: '',
  draftId: '',
  draftRow: '',
  invitedId: '',
  victimId: '',
  victimPostId: '',
  createdTaskId: '',
  revision: 0,
  digest: '',
  scheduleItemId: '',
  reformId: NOTHING,
  reformRevision: 0,
};

beforeAll(async () => {
  product = await startProduct({ now: '2026-03-02T03:00:00Z' });
  for (const role of ACCESS_ROLES) {
    const client = await product.as(role);
    const { personId, posts } = (await client.call('GET', '/api/session')).body.signedIn;
    selves.set(role, { client, personId, postId: posts[0].postId });
  }
  known.importId = (await product.upload('mot.txt', PLAN('Cải cách hành chính'))).body.importId;
  known.planId = (await product.call('POST', `/api/imports/${known.importId}/confirm`)).body.planId;
  const { rows } = (await product.call('GET', `/api/plans/${known.planId}/rows`)).body;
  known.areaId = rows[0].id;
  known.taskId = rows[1].id;
  const { assignments } = (await product.call('GET', `/api/tasks/${known.taskId}`)).body;
  known.assignmentId = assignments.find(({ agencyId }: { agencyId: string }) => agencyId === 'so-tu-phap').id;
  const part = await product.call('GET', `/api/assignments/${known.assignmentId}/work`);
  known.dueItemId = part.body.items[0].id;
  known.draftId = (await product.upload('hai.txt', PLAN('Chuyển đổi số'))).body.importId;
  known.draftRow = (await product.call('GET', `/api/imports/${known.draftId}`)).body.rows[1].key;
  const other = await product.as('officer of a commune');
  known.victimId = (await other.call('GET', '/api/session')).body.signedIn.personId;
});
afterAll(() => product.close());

function self(role: AccessRole): Oneself {
  const held = selves.get(role);
  if (held === undefined) throw new Error(`nobody stands for ${role}`);
  return held;
}

const procedures = listProcedures(contract);

function listProcedures(held: object): readonly string[] {
  if (isContractProcedure(held)) {
    const { method, path } = held['~orpc'].route;
    return [`${method} ${path}`];
  }
  return Object.values(held).flatMap((inner: object) => listProcedures(inner));
}

async function ask(key: string, line: Line, role: AccessRole | undefined): Promise<Answer> {
  const [method = '', path = ''] = key.split(' ');
  const oneself = role === undefined ? { ...self('owner'), client: product.anonymous } : self(role);
  known.revision = (await product.call('GET', `/api/plans/${known.planId}`)).body.revision;
  if (key.includes('/reforms/'))
    known.reformRevision = (await product.call('GET', `/api/reforms/${known.reformId}`)).body.revision ?? 0;
  if (key === 'POST /imports') return oneself.client.upload('ba.txt', PLAN('Dân vận'));
  const url =
    line.url?.(known, oneself) ??
    path
      .replace('{planId}', known.planId)
      .replace('{taskId}', known.taskId)
      .replace('{reformId}', known.reformId)
      .replace('{agencyId}', 'so-tu-phap')
      .replace('{assignmentId}', known.assignmentId)
      .replace('{dueItemId}', known.dueItemId)
      .replace('{importId}', known.importId)
      .replace('{personId}', known.victimId);
  const body = line.body?.(known, oneself);
  const isLetIn = role !== undefined && line.by[ACCESS_ROLES.indexOf(role)] === 'y';
  const { status, headers, text } = await oneself.client.ask({
    method: method as 'GET',
    url: `/api${url}`,
    payloadAsStream: line.isStream === true && isLetIn,
    ...(body === undefined
      ? {}
      : { payload: key.startsWith('PATCH /people') ? await ownName(oneself, body) : body }),
  });
  return { status, body: /json\b(?!l)/.test(String(headers['content-type'])) ? JSON.parse(text) : text };
}

/** Who may only see to their own telephone number gives back the name they have. */
async function ownName({ client }: Oneself, body: object): Promise<object> {
  const { signedIn } = (await client.call('GET', '/api/session')).body;
  return { ...body, name: signedIn?.name ?? 'A' };
}

function refusalOf({ body }: Answer): { readonly code: string; readonly message: string } {
  return body.data?.refusals[0] ?? body;
}

test('every act of the contract is in the table, at the door, or on one’s own account', () => {
  const held = [...Object.keys(LINES), ...AT_THE_DOOR, ...Object.keys(OF_ONES_OWN)];
  expect([...procedures].sort()).toEqual(held.sort());
});

test('every plain route is in the table, or tells nothing', () => {
  const plain = product.routes.filter((route) => !route.endsWith(' /api/*'));
  expect([...plain].sort()).toEqual(
    [...Object.keys(FILES).map((key) => key.replace(' ', ' /api')), ...OPEN_ROUTES, ...BY_SECRET].sort(),
  );
});

describe.each(Object.entries({ ...LINES, ...FILES }))('%s', (key, line) => {
  test('by nobody who is signed in', async () => {
    const answer = await ask(key, line, undefined);
    expect({ status: answer.status, code: refusalOf(answer).code }).toEqual({
      status: 401,
      code: 'sign-in-required',
    });
  });

  test.each(ACCESS_ROLES.map((role, at) => [role, line.by[at] === 'y'] as const))(
    'by %s: %s',
    async (role, may) => {
      const answer = await ask(key, line, role);
      if (may) {
        const expected = typeof line.answer === 'object' ? line.answer[role] : line.answer;
        expect({ status: answer.status, body: answer.body }).toMatchObject({ status: expected ?? 200 });
        line.keep?.(known, answer);
        return;
      }
      expect(answer.status).toBe(403);
      expect(refusalOf(answer)).toMatchObject({
        code: 'access-role',
        message: expect.stringContaining(ACTS[line.act].words),
      });
    },
  );
});

describe.each(Object.entries(OF_ONES_OWN))('%s', (key, body) => {
  const [method = '', path = ''] = key.split(' ');

  test('by nobody who is signed in', async () => {
    expect((await product.anonymous.call(method as 'GET', `/api${path}`, body)).status).toBe(401);
  });

  test.each(ACCESS_ROLES)('by %s', async (role) => {
    const answer = await self(role).client.call(method as 'GET', `/api${path}`, body);
    expect(['access-role', 'access-scope', 'sign-in-required']).not.toContain(refusalOf(answer).code);
  });
});
