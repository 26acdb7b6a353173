import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditEntry, FIRST_LINK } from './audit-entry.ts';
import { type AuditRoot, dayOfEntry, hashOfRoot } from './audit-root.ts';
import { canonicalJson, chainEntry, hashOfEntry, plainValue } from './canonical.ts';
import { describeFault } from './chain-words.ts';
import { type ChainTruth, verifyChain } from './verify-chain.ts';

/** FNV-1a twice over: no secure digest, but the same text has the same one. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b) + a;
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`.padStart(64, '0');
}

const PROVINCE = '018f0000-0000-7000-8000-000000000001';

function chainOf(length: number, perDay = 3): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const at = Temporal.Instant.from('2026-06-01T01:00:00Z')
      .add({ hours: 24 * Math.floor((seq - 1) / perDay), minutes: seq })
      .toString({ fractionalSecondDigits: 3 });
    entries.push(
      chainEntry(
        {
          provinceId: PROVINCE,
          seq,
          id: `id-${seq}`,
          occurredAt: at,
          recordedAt: at,
          personId: null,
          personName: 'Nguyễn Thị Hoa',
          agencyId: 'so-noi-vu',
          agencyName: 'Sở Nội vụ',
          postId: null,
          postTitle: null,
          role: 'owner',
          onBehalfOf: null,
          onBehalfOfName: null,
          session: null,
          address: '10.0.0.1',
          act: 'task.update',
          subjectKind: 'task',
          subjectId: `t-${seq % 2}`,
          subjectWords: 'I.1',
          before: { name: `cũ ${seq}` },
          after: { name: `mới ${seq}` },
          reason: null,
          previousHash: entries.at(-1)?.hash ?? FIRST_LINK,
        },
        hash,
      ),
    );
  }
  return entries;
}

function sealed(entries: readonly AuditEntry[]): AuditRoot[] {
  const roots: AuditRoot[] = [];
  for (const [day, some] of Map.groupBy(entries, dayOfEntry)) {
    const content = {
      provinceId: PROVINCE,
      day,
      firstSeq: some[0]?.seq ?? 0,
      lastSeq: some.at(-1)?.seq ?? 0,
      count: some.length,
      lastHash: some.at(-1)?.hash ?? '',
      previousRoot: roots.at(-1)?.root ?? FIRST_LINK,
    };
    roots.push({ ...content, root: hashOfRoot(content, hash), keyId: 'k', signature: 'signed' });
  }
  return roots;
}

function truthOf(entries: readonly AuditEntry[], roots: readonly AuditRoot[] = []): ChainTruth {
  const last = entries.at(-1);
  return {
    head: last === undefined ? null : { seq: last.seq, hash: last.hash },
    roots,
    hash,
    isSigned: ({ signature }) => signature === 'signed',
  };
}

const CHAIN = chainOf(10);
const TRUTH = truthOf(CHAIN, sealed(CHAIN).slice(0, 3));
const at = (seq: number) => CHAIN[seq - 1] as AuditEntry;
const renumbered = (entries: readonly AuditEntry[]) =>
  entries.map((entry, place) => ({ ...entry, seq: place + 1 }));
const rehashed = (entry: AuditEntry) => ({ ...entry, hash: hashOfEntry(entry, hash) });
const without = (...seqs: number[]) => CHAIN.filter(({ seq }) => !seqs.includes(seq));
const replaced = (...others: AuditEntry[]) =>
  CHAIN.map((entry) => others.find(({ seq }) => seq === entry.seq) ?? entry);

/** Every entry from the altered one on, linked anew: what an intruder does who knows how the chain is made. */
function rewritten(from: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const entry of CHAIN)
    entries.push(
      entry.seq < from
        ? entry
        : rehashed({
            ...entry,
            reason: entry.seq === from ? 'bịa' : entry.reason,
            previousHash: entries.at(-1)?.hash ?? FIRST_LINK,
          }),
    );
  return entries;
}

describe('a chain', () => {
  test('as it was written is whole, and so is an empty one', () => {
    expect(verifyChain(CHAIN, TRUTH)).toEqual({ count: 10, fault: undefined });
    expect(verifyChain([], truthOf([]))).toEqual({ count: 0, fault: undefined });
  });

  test.each<[string, AuditEntry[], object]>([
    ['a value altered', replaced({ ...at(5), after: { name: 'bịa' } }), { kind: 'altered', seq: 5 }],
    [
      'a time altered',
      replaced({ ...at(5), occurredAt: '2020-01-01T00:00:00.000Z' }),
      { kind: 'altered', seq: 5 },
    ],
    ['a hash altered', replaced({ ...at(5), hash: 'f'.repeat(64) }), { kind: 'altered', seq: 5 }],
    ['a link altered', replaced({ ...at(5), previousHash: 'f'.repeat(64) }), { kind: 'altered', seq: 5 }],
    [
      'altered and hashed anew',
      replaced(rehashed({ ...at(5), act: 'plan.undo' })),
      { kind: 'altered', seq: 5 },
    ],
    [
      'the last altered and hashed anew',
      replaced(rehashed({ ...at(10), act: 'x' })),
      { kind: 'altered', seq: 10 },
    ],
    ['the first gone', without(1), { kind: 'missing', seq: 1, toSeq: 1 }],
    ['one gone from the middle', without(5), { kind: 'missing', seq: 5, toSeq: 5 }],
    ['several gone', without(4, 5, 6), { kind: 'missing', seq: 4, toSeq: 6 }],
    ['one gone and the rest renumbered', renumbered(without(5)), { kind: 'missing', seq: 5, toSeq: 5 }],
    ['the tail cut off', without(9, 10), { kind: 'tail-cut', seq: 9, toSeq: 10 }],
    ['everything gone', [], { kind: 'tail-cut', seq: 1, toSeq: 10 }],
    [
      'two exchanged',
      replaced({ ...at(7), seq: 4 }, { ...at(4), seq: 7 }),
      { kind: 'reordered', seq: 4, toSeq: 7 },
    ],
    [
      'two neighbours exchanged',
      replaced({ ...at(5), seq: 4 }, { ...at(4), seq: 5 }),
      { kind: 'reordered', seq: 4, toSeq: 5 },
    ],
    ['read in another order', [at(1), at(3), at(2), ...CHAIN.slice(3)], { kind: 'reordered', seq: 3 }],
    [
      'one put in between, the rest pushed',
      renumbered([...CHAIN.slice(0, 4), { ...at(2), id: 'bịa' }, ...CHAIN.slice(4)]),
      { kind: 'inserted', seq: 5 },
    ],
    [
      'one put in between, rightly hashed',
      renumbered([
        ...CHAIN.slice(0, 4),
        rehashed({ ...at(5), id: 'bịa', previousHash: at(4).hash }),
        ...CHAIN.slice(4),
      ]),
      { kind: 'inserted', seq: 5 },
    ],
    ['one given twice', [...CHAIN.slice(0, 5), at(3), ...CHAIN.slice(5)], { kind: 'inserted', seq: 3 }],
    [
      'one put after the last',
      [...CHAIN, rehashed({ ...at(10), seq: 11, previousHash: at(10).hash })],
      { kind: 'inserted', seq: 11 },
    ],
  ])('with %s', (_what, entries, expected) => {
    const { fault } = verifyChain(entries, TRUTH);
    expect(fault).toMatchObject(expected);
    expect(fault && describeFault(fault)).toMatch(/dòng \d+/);
  });

  test('without its head is told to be of unknown length', () => {
    const { fault } = verifyChain(CHAIN, { ...TRUTH, head: null });
    expect(fault).toMatchObject({ kind: 'tail-cut', seq: 11 });
    expect(fault && describeFault(fault)).toContain('không biết nhật ký dài đến đâu');
  });
});

describe('the seal of a day', () => {
  test('finds a chain linked anew from an altered entry on', () => {
    const forged = rewritten(5);
    expect(verifyChain(forged, truthOf(forged)).fault).toBeUndefined();
    expect(verifyChain(forged, truthOf(forged, TRUTH.roots)).fault).toMatchObject({
      kind: 'root',
      seq: 6,
      day: '2026-06-02',
      why: 'chain',
    });
  });

  test('finds a whole day gone although the head was set back', () => {
    const kept = CHAIN.slice(0, 6);
    expect(verifyChain(kept, truthOf(kept, TRUTH.roots)).fault).toMatchObject({
      kind: 'tail-cut',
      seq: 7,
      toSeq: 9,
      day: '2026-06-03',
    });
  });

  test.each<[string, (roots: AuditRoot[]) => AuditRoot[], string]>([
    ['taken away', (roots) => roots.toSpliced(0, 1), 'day'],
    [
      'of another day',
      (roots) => roots.toSpliced(1, 1, { ...(roots[1] as AuditRoot), day: '2026-06-09' }),
      'day',
    ],
    [
      'of another count',
      (roots) => roots.toSpliced(1, 1, { ...(roots[1] as AuditRoot), count: 2 }),
      'content',
    ],
    [
      'not signed',
      (roots) => roots.toSpliced(1, 1, { ...(roots[1] as AuditRoot), signature: 'x' }),
      'signature',
    ],
    [
      'that does not follow the one before',
      (roots) => roots.toSpliced(1, 1, { ...(roots[1] as AuditRoot), previousRoot: FIRST_LINK }),
      'previous',
    ],
  ])('%s is a fault', (_what, tamper, why) => {
    const { fault } = verifyChain(CHAIN, truthOf(CHAIN, tamper([...TRUTH.roots])));
    expect(fault).toMatchObject({ kind: 'root', why });
    expect(fault && describeFault(fault)).toMatch(/^Dấu niêm phong ngày \d\d\/\d\d\/2026, dòng \d+/);
  });
});

describe('what is hashed', () => {
  test('is the same whatever the order of the keys, and after the database wrote and read it', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ê' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"ê","d":null}]}',
    );
    expect(plainValue({ a: undefined, b: 'x\0y', c: '\ud800', d: Number.NaN })).toEqual({
      b: 'x\ufffdy',
      c: '\ufffd',
      d: null,
    });
    expect(plainValue(undefined)).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = plainValue(value);
        expect(canonicalJson(plainValue(JSON.parse(canonicalJson(plain))))).toBe(canonicalJson(plain));
      }),
    );
  });

  test('is every field: whichever is altered, the check names the entry', () => {
    const fields = Object.keys(at(1)).filter((key) => key !== 'seq');
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.integer({ min: 1, max: 10 }), (field, seq) => {
        const tampered = replaced({ ...at(seq), [field]: 'khác' });
        expect(verifyChain(tampered, TRUTH).fault).toMatchObject({ kind: 'altered', seq });
      }),
    );
  });
});
