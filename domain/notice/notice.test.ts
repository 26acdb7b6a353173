import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccessRole } from '../access/role.ts';
import { addWorkingDays, countWorkingDays } from '../calendar/count-working-days.ts';
import { eachDay } from '../calendar/epoch-day.ts';
import { buildCalendar } from '../calendar/work-calendar.ts';
import { composeDigest } from './compose-digest.ts';
import { decideRules } from './decide-rules.ts';
import { isDigestDay, isQuiet, sendMoment } from './digest-time.ts';
import { DEFAULT_RULES, NOTICE_RECIPIENTS, RECIPIENTS_OF } from './notice-rule.ts';
import { RECIPIENT_WORDS, RULE_WORDS } from './notice-words.ts';
import {
  type NoticeComment,
  type NoticeFacts,
  type NoticeItem,
  noticeKey,
  planNotices,
} from './plan-notices.ts';

const calendar = buildCalendar();
const DUE = '2026-06-15';

const post = (personId: string, role: AccessRole, agencyId: string) => ({
  id: `post of ${personId}`,
  personId,
  agencyId,
  title: 'Chức vụ',
  role,
  validFrom: '2025-01-01',
  validTo: null,
});
const POSTS = [
  post('an', 'officer', 'so-tu-phap'),
  post('binh', 'officer', 'so-tu-phap'),
  post('chi', 'head', 'so-tu-phap'),
  post('dung', 'owner', 'so-noi-vu-2025'),
  post('giang', 'leader', 'ubnd-tinh'),
  post('hoa', 'officer', 'xa-that-khe'),
  post('khanh', 'verifier', 'van-phong'),
];
const ITEM: NoticeItem = {
  id: 'item',
  assignmentId: 'part',
  words: 'I.2. Ban hành kế hoạch',
  agencyId: 'so-tu-phap',
  agencyName: 'Sở Tư pháp',
  role: 'lead',
  startsOn: null,
  dueOn: DUE,
  state: 'doing',
  returnedSeq: null,
  askedSeq: null,
  asked: null,
  holderId: 'an',
  leadAgencyIds: ['so-tu-phap'],
  submittedOn: null,
  submittedBy: null,
  lastReportOn: '2026-06-14',
  nextOn: null,
  blocker: null,
};
const COMMENT: NoticeComment = {
  id: 'comment',
  assignmentId: null,
  taskId: 'task',
  words: 'Cần phụ lục trước ngày 20',
  actor: 'Ma Thị Dung',
  personId: 'dung',
  mentionedPeople: ['an'],
  mentionedAgencies: [],
};
const facts = (today: string, over: Partial<NoticeFacts> = {}): NoticeFacts => ({
  people: POSTS.map(({ personId: id }) => ({ id, name: `Tên ${id}`, disabled: false })),
  posts: POSTS,
  delegations: [],
  today,
  items: [{ ...ITEM, lastReportOn: today }],
  comments: [],
  rules: DEFAULT_RULES,
  calendar,
  sent: new Set(),
  effectDays: 3,
  ...over,
});
const plan = (today: string, over: Partial<NoticeFacts> = {}) =>
  planNotices(facts(today, over)).map(({ rule, personId }) => `${rule} ${personId}`);
const planItem = (today: string, over: Partial<NoticeItem>) =>
  plan(today, { items: [{ ...ITEM, lastReportOn: today, ...over }] });

describe('who is reminded of a due day', () => {
  test.each([
    ['eleven working days before, nobody', '2026-05-29', []],
    ['ten before, whoever does it', '2026-06-01', ['before-first an']],
    ['five before, the head as well', '2026-06-08', ['before-second an', 'before-second chi']],
    ['the working day before', '2026-06-12', ['before-last an', 'before-last chi']],
    ['on the day', '2026-06-15', ['due an', 'due chi']],
    ['one day late', '2026-06-16', ['late-first an', 'late-first chi']],
    [
      'five days late, the owner as well',
      '2026-06-22',
      ['late-second an', 'late-second chi', 'late-second dung'],
    ],
    [
      'fifteen days late, a leader as well',
      '2026-07-06',
      ['late-third an', 'late-third chi', 'late-third dung', 'late-third giang'],
    ],
    ['on a Saturday, nobody', '2026-06-13', []],
    ['on a holiday, nobody', '2026-09-02', []],
  ])('%s', (_, today, expected) => {
    expect(plan(today)).toEqual(expected);
  });

  test('what was missed while nothing ran comes once, and the furthest only', () => {
    expect(plan('2026-06-10')).toEqual(['before-second an', 'before-second chi']);
  });

  test('what was planned is not planned again, and a moved due day calls anew', () => {
    const first = planNotices(facts('2026-06-08'));
    const sent = new Set(first.map((one) => noticeKey({ ...one, subjectId: one.subject.id })));
    expect(plan('2026-06-08', { sent })).toEqual([]);
    expect(
      plan('2026-06-08', { sent, items: [{ ...ITEM, dueOn: '2026-06-09', lastReportOn: '2026-06-08' }] }),
    ).toEqual(['before-last an', 'before-last chi']);
  });

  test('says why on that day, with the days passed over, and why this person', () => {
    const [first] = planNotices(
      facts('2026-04-24', { items: [{ ...ITEM, dueOn: '2026-05-07', lastReportOn: '2026-04-24' }] }),
    );
    expect(first?.reason).toBe(
      'Còn 6 ngày làm việc: hạn 07/05/2026, trừ 27/4, 30/4, 01/5. Bạn nhận vì là người thực hiện.',
    );
    expect(first).toMatchObject({ link: '/phan-viec/part', words: 'I.2. Ban hành kế hoạch (Sở Tư pháp)' });
  });

  test('counts the days passed over where they are many', () => {
    const [first] = planNotices(facts('2026-06-15', { items: [{ ...ITEM, dueOn: '2025-12-31' }] }));
    expect(first?.reason).toMatch(
      /^Quá hạn \d+ ngày làm việc: hạn 31\/12\/2025, trừ \d+ ngày nghỉ giữa tuần/,
    );
  });

  test.each([
    ['handed in', { state: 'submitted', submittedOn: '2026-06-15' }],
    ['accepted', { state: 'accepted' }],
    ['not applicable', { state: 'not-applicable' }],
    ['without a day', { dueOn: null }],
  ] as const)('nobody, when it is %s', (_, over) => {
    expect(planItem('2026-06-16', over)).toEqual([]);
  });
});

describe('who stands for whom', () => {
  test('where the holder has left, the officers of the agency', () => {
    expect(planItem('2026-06-01', { holderId: null })).toEqual(['before-first an', 'before-first binh']);
    expect(planItem('2026-06-01', { holderId: 'gone' })).toEqual(['before-first an', 'before-first binh']);
  });

  test('where the agency has no officer, its head', () => {
    const posts = POSTS.filter(({ personId }) => !['an', 'binh'].includes(personId));
    expect(plan('2026-06-01', { posts })).toEqual(['before-first chi']);
  });

  test('who is absent is replaced by whom they named, and the reason says so', () => {
    const delegations = [
      {
        id: 'd',
        postId: 'post of an',
        toPersonId: 'binh',
        validFrom: '2026-06-01',
        validTo: '2026-06-05',
        revokedOn: null,
      },
    ];
    const [one] = planNotices(facts('2026-06-01', { delegations }));
    expect(one).toMatchObject({
      personId: 'binh',
      reason: expect.stringContaining('Bạn nhận vì là người thực hiện (thay Tên an).'),
    });
  });

  test('whose account is locked gets nothing', () => {
    const people = POSTS.map(({ personId: id }) => ({ id, name: id, disabled: id === 'chi' }));
    expect(plan('2026-06-08', { people })).toEqual(['before-second an']);
  });
});

describe('what else calls', () => {
  test.each<[string, string, Partial<NoticeItem>, readonly string[]]>([
    [
      'a return',
      '2026-06-01',
      { dueOn: null, state: 'returned', returnedSeq: 4 },
      ['returned an', 'returned chi'],
    ],
    [
      'a question to the owner',
      '2026-06-01',
      { dueOn: null, asked: 'extension', askedSeq: 3 },
      ['asked dung'],
    ],
    [
      'three working days of waiting for a review, not to whoever handed in',
      '2026-06-04',
      { state: 'submitted', submittedOn: '2026-06-01', submittedBy: 'dung' },
      ['review khanh'],
    ],
    [
      'a part of a coordinator handed in, to the lead',
      '2026-06-04',
      {
        role: 'coordinate',
        agencyId: 'xa-that-khe',
        agencyName: 'Xã Thất Khê',
        state: 'submitted',
        submittedOn: '2026-06-01',
      },
      ['review an', 'review binh', 'review chi'],
    ],
    [
      'somebody who waits for an agency',
      '2026-06-01',
      { dueOn: null, blocker: { agencyId: 'xa-that-khe', words: 'Chờ số liệu', since: '2026-06-01' } },
      ['blocked hoa'],
    ],
    [
      'fifteen working days of silence',
      '2026-06-22',
      { dueOn: null, lastReportOn: '2026-06-01' },
      ['silent an', 'silent chi'],
    ],
    [
      'a passed appointment',
      '2026-06-02',
      { dueOn: null, nextOn: '2026-06-01', lastReportOn: '2026-05-20' },
      ['next-passed an'],
    ],
    [
      'a coordinator who has not confirmed three days before',
      '2026-06-10',
      { role: 'coordinate', agencyId: 'xa-that-khe', holderId: null },
      ['unconfirmed hoa'],
    ],
  ])('%s', (_, today, over, expected) => {
    expect(planItem(today, over)).toEqual(expected);
  });

  test('whoever is late and silent is told once, that they are late', () => {
    expect(planItem('2026-06-22', { lastReportOn: '2026-06-01' })).toEqual(
      plan('2026-06-22', { items: [{ ...ITEM, lastReportOn: '2026-06-22' }] }),
    );
  });

  test('a mention, once, and not of oneself', () => {
    expect(plan('2026-06-01', { items: [], comments: [COMMENT] })).toEqual(['mentioned an']);
    expect(
      plan('2026-06-01', {
        items: [],
        comments: [{ ...COMMENT, mentionedPeople: ['dung'], mentionedAgencies: ['xa-that-khe'] }],
      }),
    ).toEqual(['mentioned hoa']);
  });

  test('a rule that is off calls nobody', () => {
    const rules = DEFAULT_RULES.map((rule) => ({ ...rule, enabled: false }));
    expect(plan('2026-06-22', { rules, comments: [COMMENT] })).toEqual([]);
  });
});

describe('day after day', () => {
  const DAYS = eachDay('2026-03-02', '2026-09-30');
  const anyDay = fc.constantFrom(...DAYS);
  const anyItem = fc.record({
    dueOn: fc.option(anyDay),
    state: fc.constantFrom('waiting', 'doing', 'submitted', 'returned' as const),
    submittedOn: anyDay,
    lastReportOn: fc.option(anyDay),
    nextOn: fc.option(anyDay),
    returnedSeq: fc.nat(5),
    role: fc.constantFrom('lead', 'coordinate' as const),
    holderId: fc.constantFrom('an', 'binh', null),
  });

  /** Every reminder of a stretch of days on which the planner may not have run each day. */
  function run(items: readonly NoticeItem[], skipped: ReadonlySet<string>) {
    const sent = new Set<string>();
    const all: { day: string; key: string; rule: string; personId: string; itemId: string }[] = [];
    for (const day of DAYS)
      if (!skipped.has(day))
        for (const one of planNotices(facts(day, { items, sent }))) {
          const key = noticeKey({ ...one, subjectId: one.subject.id });
          sent.add(key);
          all.push({ day, key, rule: one.rule, personId: one.personId, itemId: one.subject.id });
        }
    return all;
  }
  const anyRun = fc.record({
    items: fc.array(anyItem, { minLength: 1, maxLength: 3 }),
    skipped: fc.uniqueArray(anyDay, { maxLength: 120 }),
  });
  const runOf = ({ items, skipped }: typeof anyRun extends fc.Arbitrary<infer T> ? T : never) =>
    run(
      items.map((over, at) => ({ ...ITEM, ...over, id: `item ${at}` }) as NoticeItem),
      new Set(skipped),
    );

  test('nobody is reminded twice of one thing by one rule, nor on a rest day', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const all = runOf(given);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        for (const { day } of all) expect(calendar.isWorkingDay(day)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('reminders of one due day go only onward, and reach those above no sooner than those below', () => {
    const STEPS = [
      'before-first',
      'before-second',
      'before-last',
      'due',
      'late-first',
      'late-second',
      'late-third',
    ];
    fc.assert(
      fc.property(anyRun, (given) => {
        const all = runOf(given).filter(({ rule }) => STEPS.includes(rule));
        const told = Map.groupBy(all, ({ itemId, personId }) => `${itemId} ${personId}`);
        for (const ofOne of told.values()) {
          const steps = ofOne.map(({ rule }) => STEPS.indexOf(rule));
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        }
        for (const ofItem of Map.groupBy(all, ({ itemId }) => itemId).values()) {
          const first = (person: string) => ofItem.find(({ personId }) => personId === person)?.day ?? '9';
          expect(first('chi') <= first('dung')).toBe(true);
          expect(first('dung') <= first('giang')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('when letters leave', () => {
  test.each([
    ['quiet over midnight, in the evening', { from: '20:00', to: '07:00' }, '21:30', true],
    ['quiet over midnight, before morning', { from: '20:00', to: '07:00' }, '06:59', true],
    ['when quiet ends', { from: '20:00', to: '07:00' }, '07:00', false],
    ['quiet at noon', { from: '11:30', to: '13:00' }, '12:00', true],
    ['never quiet', { from: '08:00', to: '08:00' }, '08:00', false],
  ])('%s', (_, quiet, time, expected) => {
    expect(isQuiet(quiet, time)).toBe(expected);
  });

  test.each([
    ['at the hour of the province', '2026-06-15', { from: '20:00', to: '07:00' }, '2026-06-15 07:30'],
    ['when a late riser is awake', '2026-06-15', { from: '20:00', to: '09:00' }, '2026-06-15 09:00'],
    [
      'on the next working day after a Saturday',
      '2026-06-13',
      { from: '20:00', to: '07:00' },
      '2026-06-15 07:30',
    ],
  ])('%s', (_, day, quiet, expected) => {
    const moment = sendMoment(calendar, day, '07:30', quiet);
    expect(`${moment.day} ${moment.time}`).toBe(expected);
  });

  test('never on a rest day or in quiet hours', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.constantFrom(...eachDay('2026-01-01', '2026-12-31')),
        time,
        time,
        time,
        (day, sendAt, from, to) => {
          const moment = sendMoment(calendar, day, sendAt, { from, to });
          expect(calendar.isWorkingDay(moment.day)).toBe(true);
          expect(isQuiet({ from, to }, moment.time)).toBe(false);
          expect(moment.day >= day).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['every working day', '2026-06-16', 'daily', true],
    ['not on Sunday', '2026-06-14', 'daily', false],
    ['weekly on Monday', '2026-06-15', 'weekly', true],
    ['weekly not on Tuesday', '2026-06-16', 'weekly', false],
    ['weekly on the first working day after a holiday on Monday', '2026-04-28', 'weekly', true],
    ['never to whoever wants none', '2026-06-15', 'none', false],
  ] as const)('%s', (_, day, choice, expected) => {
    expect(isDigestDay(calendar, day, choice)).toBe(expected);
  });
});

describe('the letter', () => {
  const line = (at: number) => ({
    group: 'late' as const,
    words: `I.${at}. Rà soát <văn bản> & "quy định"`,
    reason: 'Quá hạn 1 ngày làm việc.',
    link: `/phan-viec/${at}`,
  });
  const digest = (lines: readonly ReturnType<typeof line>[]) =>
    composeDigest({
      name: 'Hoàng Thị Bình',
      day: '2026-06-16',
      lines,
      publicUrl: 'https://don-doc.langson.gov.vn',
    });

  test('names each thing with the act behind its link, in text and in HTML, and is whole after escaping', () => {
    const { subject, text, html } = digest([line(1)]);
    expect(subject).toBe('Đôn Đốc 16/06/2026: 1 quá hạn');
    expect(text).toContain(
      '- I.1. Rà soát <văn bản> & "quy định"\n  Quá hạn 1 ngày làm việc.\n  https://don-doc.langson.gov.vn/phan-viec/1',
    );
    expect(html).toContain(
      'href="https://don-doc.langson.gov.vn/phan-viec/1">I.1. Rà soát &lt;văn bản&gt; &amp; &quot;quy định&quot;</a>',
    );
    expect(html).not.toContain('<văn');
  });

  test('counts what does not fit', () => {
    const { text } = digest(Array.from({ length: 25 }, (_, at) => line(at)));
    expect(text).toContain('- và 5 việc nữa: https://don-doc.langson.gov.vn/nhac-viec?nhom=late');
  });
});

describe('the rules of a province', () => {
  const choices = DEFAULT_RULES.map(({ id, days, to, enabled }) => ({ id, days, to, enabled }));
  const change = (id: string, over: object) =>
    choices.map((one) => (one.id === id ? { ...one, ...over } : one));
  const codes = (given: typeof choices) => {
    const decided = decideRules(given);
    return decided.ok ? [] : decided.refusals.map(({ code }) => code);
  };

  test.each([
    ['days in another order', change('late-second', { days: 20 }), ['notice-rule-order']],
    ['two on one day', change('before-last', { days: 5 }), ['notice-rule-order']],
    ['no day at all', change('late-first', { days: 0 }), ['notice-rule-days']],
    ['half a day', change('silent', { days: 1.5 }), ['notice-rule-days']],
    ['nobody to remind', change('due', { to: [] }), ['notice-rule-recipients']],
    ['a leader of a mention', change('mentioned', { to: ['leader'] }), ['notice-rule-recipients']],
  ])('are refused with %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  test('keep what was not said, and what calls for them', () => {
    const decided = decideRules([{ id: 'silent', days: 10, to: ['owner'], enabled: false }]);
    expect(decided.ok && decided.value.find(({ id }) => id === 'silent')).toEqual({
      id: 'silent',
      trigger: 'silent',
      days: 10,
      to: ['owner'],
      enabled: false,
    });
    expect(decided.ok && decided.value.length).toBe(DEFAULT_RULES.length);
  });

  test('have words for each rule and recipient, and the defaults may all be set', () => {
    // Letters remind too, by no rule of the province.
    const told = [...DEFAULT_RULES.map(({ id }) => id), 'urged'];
    expect(Object.keys(RULE_WORDS).toSorted()).toEqual(told.toSorted());
    expect(Object.keys(RECIPIENT_WORDS).toSorted()).toEqual([...NOTICE_RECIPIENTS].toSorted());
    for (const { trigger, to } of DEFAULT_RULES)
      for (const one of to) expect(RECIPIENTS_OF[trigger]).toContain(one);
    expect(codes(choices)).toEqual([]);
  });
});

test('an act counts as following within the days of the rules', () => {
  const [one] = planNotices(facts('2026-06-08'));
  expect(one?.actBy).toBe(addWorkingDays(calendar, '2026-06-08', 3).day);
  expect(countWorkingDays(calendar, '2026-06-08', one?.actBy ?? '')).toBe(3);
});
