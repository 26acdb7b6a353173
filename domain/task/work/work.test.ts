import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEEDS, decideDeed } from './decide-deed.ts';
import { findChains, type WaitingItem } from './find-chains.ts';
import { foldWork, UNTOUCHED } from './fold-work.ts';
import { isCopy, judgeReport, type ReportFlag } from './judge-report.ts';
import { productSteps } from './product-steps.ts';
import { silentSince } from './silence.ts';
import { WORK_STATES, type WorkAct, type WorkDeed, type WorkState } from './work-act.ts';

const acted = (...deeds: readonly (WorkDeed & { readonly on?: string; readonly by?: string })[]): WorkAct[] =>
  deeds.map(({ on = '2026-06-01', by = 'an', ...deed }, at) => ({
    ...(deed as WorkDeed),
    id: `act-${at}`,
    seq: at + 1,
    personId: by,
    agencyId: 'so-tu-phap',
    occurredOn: on,
    occurredAt: `${on}T02:00:00Z`,
    recordedAt: `${on}T02:00:00Z`,
  }));
const report = (text: string, over: object = {}): WorkDeed => ({ kind: 'report', text, ...over });

describe('the state is the fold of the acts', () => {
  test.each<[WorkState, readonly WorkDeed[]]>([
    ['waiting', []],
    ['doing', [report('Đã có dự thảo')]],
    ['submitted', [report('Đã có dự thảo'), { kind: 'submit', text: 'Xong' }]],
    ['doing', [{ kind: 'submit', text: 'Xong' }, { kind: 'take-back' }]],
    [
      'returned',
      [
        { kind: 'submit', text: 'Xong' },
        { kind: 'return', text: 'Thiếu phụ lục' },
      ],
    ],
    [
      'returned',
      [{ kind: 'submit', text: 'Xong' }, { kind: 'return', text: 'Thiếu' }, report('Đang bổ sung phụ lục')],
    ],
    ['accepted', [{ kind: 'submit', text: 'Xong' }, { kind: 'accept' }]],
    [
      'doing',
      [{ kind: 'submit', text: 'Xong' }, { kind: 'accept' }, { kind: 'reopen', text: 'Sai số liệu' }],
    ],
    ['closed', [{ kind: 'close', text: 'Trung ương đã bỏ việc này' }]],
    ['not-applicable', [{ kind: 'ask-not-applicable', text: 'Xã không có chợ' }, { kind: 'grant' }]],
    [
      'waiting',
      [
        { kind: 'ask-not-applicable', text: 'Xã không có chợ' },
        { kind: 'refuse', text: 'Có' },
      ],
    ],
    ['waiting', [{ kind: 'move-due', from: '2026-06-30', to: '2026-07-01', text: 'Bão' }]],
  ])('%s', (state, deeds) => {
    expect(foldWork(acted(...deeds), '2026-06-30')).toMatchObject({ state, seq: deeds.length });
  });

  test('keeps what was counted, where it stands, what it waits for and what is next', () => {
    const blocker = { words: 'Chờ thẩm định', agencyId: 'so-noi-vu', since: '2026-05-20' };
    const fold = foldWork(
      acted(
        report('Đã rà soát 10 văn bản', {
          amount: { done: 10, whole: 40, unit: 'văn bản' },
          blocker,
          nextOn: '2026-06-10',
        }),
        report('Thêm dự thảo báo cáo', { step: 'Đang soạn báo cáo', on: '2026-06-05' }),
      ),
      null,
    );
    expect(fold).toMatchObject({
      amount: { done: 10, whole: 40 },
      step: 'Đang soạn báo cáo',
      blocker,
      nextOn: null,
      lastText: 'Thêm dự thảo báo cáo',
      lastReportOn: '2026-06-05',
    });
    expect(
      foldWork(acted(report('Chờ', { blocker }), report('Hết chờ', { blocker: null })), null).blocker,
    ).toBeNull();
  });

  test('goes by the day it was handed in, and by who did it', () => {
    const fold = foldWork(
      acted(
        { kind: 'submit', text: 'Xong', on: '2026-06-29', by: 'binh' },
        { kind: 'accept', on: '2026-07-15', by: 'chi' },
      ),
      '2026-06-30',
    );
    expect(fold).toMatchObject({ submittedOn: '2026-06-29', submittedBy: 'binh', finishedOn: '2026-06-29' });
  });

  test('an extension is granted to the day asked for, or to another', () => {
    const ask: WorkDeed = { kind: 'ask-extension', text: 'Chờ trung ương', dueOn: '2026-08-31' };
    expect(foldWork(acted(ask), null)).toMatchObject({
      asked: 'extension',
      askedDueOn: '2026-08-31',
      dueOn: undefined,
    });
    expect(foldWork(acted(ask, { kind: 'grant' }), null)).toMatchObject({ asked: null, dueOn: '2026-08-31' });
    expect(foldWork(acted(ask, { kind: 'grant', dueOn: '2026-07-31' }), null).dueOn).toBe('2026-07-31');
    expect(foldWork(acted(ask, { kind: 'refuse', text: 'Không' }), null).dueOn).toBeUndefined();
  });
});

describe('a deed is done only in its states', () => {
  const facts = {
    today: '2026-06-01',
    dueOn: '2026-06-30',
    dueItemId: 'x',
    occurredOn: '2026-06-01',
  };
  const examples: Readonly<Record<WorkDeed['kind'], WorkDeed>> = {
    report: report('Đã có dự thảo'),
    submit: { kind: 'submit', text: 'Xong' },
    'take-back': { kind: 'take-back' },
    accept: { kind: 'accept' },
    return: { kind: 'return', text: 'Thiếu' },
    close: { kind: 'close', text: 'Bỏ' },
    reopen: { kind: 'reopen', text: 'Sai' },
    'ask-not-applicable': { kind: 'ask-not-applicable', text: 'Không có' },
    'ask-extension': { kind: 'ask-extension', text: 'Chờ', dueOn: '2026-07-31' },
    grant: { kind: 'grant' },
    refuse: { kind: 'refuse', text: 'Không' },
    'move-due': { kind: 'move-due', from: null, to: '2026-07-01', text: 'Bão' },
  };
  /** Written out by hand, in the order of WORK_STATES: waiting, doing, submitted, returned, accepted, closed, not-applicable. */
  const AGREED: Readonly<Record<WorkDeed['kind'], string>> = {
    report: 'yy-y---',
    submit: 'yy-y---',
    'take-back': '--y----',
    accept: '--y----',
    return: '--y----',
    close: 'yyyy---',
    reopen: '----yyy',
    'ask-not-applicable': 'yy-y---',
    'ask-extension': 'yy-y---',
    grant: 'yy-y---',
    refuse: 'yy-y---',
    'move-due': 'yyyy---',
  };
  const kinds = Object.keys(DEEDS) as WorkDeed['kind'][];
  test.each(
    kinds.flatMap((kind) => WORK_STATES.map((state, at) => [kind, state, AGREED[kind][at]] as const)),
  )('%s when %s: %s', (kind, state, may) => {
    const asked = kind === 'grant' || kind === 'refuse' ? 'extension' : null;
    const decided = decideDeed(examples[kind], { state, asked }, facts);
    expect(decided.ok).toBe(may === 'y');
    if (!decided.ok) expect(decided.refusals[0]?.code).toBe('work-state');
  });

  test.each<[string, WorkDeed, object]>([
    ['work-day-ahead', examples.report, { occurredOn: '2026-06-02' }],
    ['work-next-day-past', report('Có', { nextOn: '2026-05-30' }), {}],
    [
      'work-blocked-by-itself',
      report('Chờ', { blocker: { words: 'Chờ', dueItemId: 'x', since: '2026-05-01' } }),
      {},
    ],
    ['work-day-ahead', report('Chờ', { blocker: { words: 'Chờ', since: '2026-06-02' } }), {}],
    ['work-extension-not-later', { kind: 'ask-extension', text: 'Chờ', dueOn: '2026-06-30' }, {}],
    [
      'work-extension-not-later',
      { kind: 'ask-extension', text: 'Chờ', dueOn: '2026-06-01' },
      { dueOn: null },
    ],
    ['work-extension-not-later', { kind: 'grant', dueOn: '2026-06-15' }, { asked: 'extension' }],
    ['work-extension-far', { kind: 'ask-extension', text: 'Chờ', dueOn: '2206-06-30' }, {}],
    ['work-asked-already', examples['ask-extension'], { asked: 'not-applicable' }],
    ['work-nothing-asked', examples.grant, {}],
    ['work-nothing-asked', examples.refuse, {}],
  ])('%s', (code, deed, over) => {
    const { asked = null, ...more } = over as { asked?: 'extension' | 'not-applicable' };
    const decided = decideDeed(deed, { state: 'doing', asked }, { ...facts, ...more });
    expect(decided).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  test('whatever is done one after another, the fold is a state of the list and what is asked can be decided', () => {
    const anyDeed = fc.constantFrom(...Object.values(examples));
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
        const done: WorkDeed[] = [];
        for (const deed of deeds) {
          const fold = foldWork(acted(...done), '2026-06-30');
          if (decideDeed(deed, fold, facts).ok) done.push(deed);
        }
        const fold = foldWork(acted(...done), '2026-06-30');
        expect(fold.seq).toBe(done.length);
        expect(WORK_STATES).toContain(fold.state);
        expect(fold.finishedOn === null).toBe(!['accepted', 'closed', 'not-applicable'].includes(fold.state));
        if (fold.asked !== null)
          expect(decideDeed({ kind: 'refuse', text: 'Không' }, fold, facts).ok).toBe(true);
        if (fold.state === 'submitted') expect(fold.submittedOn).not.toBeNull();
      }),
    );
  });

  test('no act leaves everything as it was', () => expect(foldWork([], null)).toEqual(UNTOUCHED));
});

describe('a doubtful report', () => {
  const amount = (done: number) => ({ done, whole: 40, unit: 'văn bản' });
  const said = (text: string, over: object = {}) => ({ text, occurredOn: '2026-06-01', ...over });
  test.each<[readonly ReportFlag[], string, ReturnType<typeof said>, ReturnType<typeof said>[]]>([
    [[], 'a plain one', said('Đã trình UBND tỉnh dự thảo quyết định'), []],
    [['vague'], 'nothing said', said('Đang triển khai thực hiện.'), []],
    [
      ['vague'],
      'nothing said at length',
      said('Cơ quan đang tiếp tục triển khai thực hiện nhiệm vụ theo kế hoạch'),
      [],
    ],
    [[], 'a number says something', said('Đang triển khai tại 12 xã'), []],
    [['copied', 'vague'], 'the same again', said('đang triển khai'), [said('Đang triển khai.')]],
    [
      ['copied'],
      'the same two reports ago',
      said('Đã xin ý kiến các sở về dự thảo'),
      [said('ĐÃ XIN Ý KIẾN CÁC SỞ VỀ DỰ THẢO'), said('Đã họp tổ biên tập lần hai')],
    ],
    [
      [],
      'the same words with another number',
      said('Đã rà soát 15 văn bản'),
      [said('Đã rà soát 10 văn bản')],
    ],
    [
      ['jumped'],
      'from nothing to all on the last day',
      said('Đã rà soát 40 văn bản', { amount: amount(40), occurredOn: '2026-06-30' }),
      [said('Chưa rà soát văn bản nào', { amount: amount(0) })],
    ],
    [
      ['jumped'],
      'all at once on the last day',
      said('Đã rà soát 40 văn bản', { amount: amount(40), occurredOn: '2026-06-30' }),
      [],
    ],
    [[], 'all at once, long before', said('Đã rà soát 40 văn bản', { amount: amount(40) }), []],
    [
      [],
      'all on the last day, begun before',
      said('Đã rà soát 40 văn bản', { amount: amount(40), occurredOn: '2026-06-30' }),
      [said('Đã rà soát 20 văn bản', { amount: amount(20) })],
    ],
    [
      ['backward'],
      'less than before',
      said('Chỉ còn 5 văn bản đạt', { amount: amount(5) }),
      [said('Đã rà soát 20 văn bản', { amount: amount(20) })],
    ],
    [
      ['rebased'],
      'of fewer than before',
      said('Đã rà soát 20 văn bản', { amount: { ...amount(20), whole: 20 } }),
      [said('Đã rà soát 18 văn bản', { amount: amount(18) })],
    ],
  ])('%j: %s', (flags, _, one, earlier) =>
    expect(judgeReport(one, earlier, { dueOn: '2026-06-30', promisedOn: null })).toEqual(flags),
  );

  test.each<[readonly ReportFlag[], string, readonly WorkDeed[]]>([
    [[], 'on the day it named', [report('Đã họp tổ biên tập', { nextOn: '2026-06-01' })]],
    [['late'], 'after the day it named', [report('Đã họp tổ biên tập', { nextOn: '2026-05-29' })]],
    [
      [],
      'the day named before it was handed in binds no more',
      [
        report('Đã họp tổ biên tập', { nextOn: '2026-05-29' }),
        { kind: 'submit', text: 'Xong' },
        { kind: 'return', text: 'Thiếu phụ lục' },
      ],
    ],
  ])('%j: %s', (flags, _, before) => {
    const acts = acted(...before, report('Đã bổ sung phụ lục thứ hai'));
    expect(foldWork(acts, '2026-06-30').flags).toEqual(flags);
  });

  test('a text is a copy of itself in any case and punctuation, and never of one with another number', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('rà', 'soát', 'văn', 'bản', 'đất', 'đai', 'trình', 'ký', '12'), {
          minLength: 1,
        }),
        (words) => {
          const text = words.join(' ');
          expect(isCopy(text.toUpperCase(), `${words.join(', ')}.`)).toBe(true);
          expect(isCopy(text, `${text} 99`)).toBe(false);
        },
      ),
    ));
});

describe('silence', () => {
  test.each<[string | null, Partial<Parameters<typeof silentSince>[0]>, string]>([
    [null, {}, 'the first month'],
    ['2026-03-31', { startsOn: '2026-03-01' }, 'never reported'],
    ['2026-05-20', { lastReportOn: '2026-05-01', nextOn: '2026-05-20' }, 'the day it named has passed'],
    [null, { lastReportOn: '2026-05-20' }, 'reported'],
    [null, { startsOn: '2026-07-01' }, 'not begun'],
    [null, { startsOn: null }, 'no first day'],
    [null, { startsOn: '2026-03-01', state: 'submitted' }, 'handed in'],
    ['2026-05-29', { dueOn: '2026-06-05' }, 'due in a few days and nothing heard'],
    [null, { dueOn: '2026-06-05', lastReportOn: '2026-05-20' }, 'due in a few days, and heard of'],
    [null, { dueOn: '2026-06-20' }, 'due in some weeks'],
    [null, { startsOn: '2026-05-30', dueOn: '2026-06-03' }, 'given a few days only'],
    [
      '2026-03-31',
      { startsOn: '2026-03-01', dueOn: '2026-12-31' },
      'never reported, due at the end of the year',
    ],
  ])('%s: %j, %s', (since, over) =>
    expect(
      silentSince(
        { state: 'waiting', startsOn: '2026-05-15', dueOn: null, lastReportOn: null, nextOn: null, ...over },
        '2026-06-01',
      ),
    ).toBe(since),
  );
});

describe('who waits for whom', () => {
  const waits = (id: string, forItem: string | null, over: Partial<WaitingItem> = {}): WaitingItem => ({
    dueItemId: id,
    taskId: 't',
    agencyId: `co-quan-${id}`,
    words: `${id} chờ`,
    since: '2026-05-01',
    waitsForAgencyId: null,
    waitsForItemId: forItem,
    ...over,
  });
  const told = (items: readonly WaitingItem[]) =>
    findChains(items).map(({ steps, isCircle }) => [
      steps.map(({ dueItemId, agencyId }) => dueItemId ?? agencyId).join(' → '),
      isCircle,
    ]);

  test.each<[string, readonly WaitingItem[], readonly (readonly [string, boolean])[]]>([
    ['outside', [waits('a', null)], [['a', false]]],
    ['an agency', [waits('a', null, { waitsForAgencyId: 'so-y-te' })], [['a → so-y-te', false]]],
    ['a chain', [waits('b', 'c'), waits('a', 'b')], [['a → b → c', false]]],
    [
      'by way of an agency',
      [waits('a', null, { waitsForAgencyId: 'co-quan-b' }), waits('b', 'c')],
      [['a → b → c', false]],
    ],
    ['a circle', [waits('a', 'b'), waits('b', 'a')], [['a → b', true]]],
    ['a way into a circle', [waits('x', 'a'), waits('a', 'b'), waits('b', 'a')], [['x → a → b', true]]],
    [
      'two into one',
      [waits('a', 'c'), waits('b', 'c'), waits('c', 'd')],
      [
        ['a → c → d', false],
        ['b → c → d', false],
      ],
    ],
  ])('%s', (_, items, chains) => expect(told(items)).toEqual(chains));

  test('every item that waits is told, and a circle is never missed', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(7), { nil: null }), { minLength: 8, maxLength: 8 }),
        (targets) => {
          const items = targets.flatMap((to, at) =>
            to === null || to === at ? [] : [waits(String(at), String(to))],
          );
          const chains = findChains(items);
          const told = new Set(chains.flatMap(({ steps }) => steps.map(({ dueItemId }) => dueItemId)));
          for (const { dueItemId } of items) expect(told).toContain(dueItemId);
          const next = new Map(items.map((item) => [item.dueItemId, item.waitsForItemId]));
          const inCircle = items.filter(({ dueItemId }) => {
            let at = next.get(dueItemId);
            for (let n = 0; n < 9 && at != null && at !== dueItemId; n++) at = next.get(at);
            return at === dueItemId;
          });
          expect(chains.some(({ isCircle }) => isCircle)).toBe(inCircle.length > 0);
          for (const { dueItemId } of inCircle)
            expect(
              chains.some(
                ({ steps, isCircle }) => isCircle && steps.some((step) => step.dueItemId === dueItemId),
              ),
            ).toBe(true);
        },
      ),
    ));
});

test.each([
  [['Kế hoạch của UBND tỉnh'], 'Đã ban hành'],
  [['- Quyết định công bố'], 'Đã ban hành'],
  [['Báo cáo kết quả'], 'Đã gửi báo cáo'],
  [['02 lớp tập huấn'], 'Đã báo cáo kết quả'],
  [['Hệ thống thông tin'], 'Đã đưa vào sử dụng'],
  [[], 'Đã xong'],
])('%j ends with "%s"', (deliverables, last) => expect(productSteps(deliverables).at(-1)).toBe(last));
