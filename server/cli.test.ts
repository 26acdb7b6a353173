import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../samples/ke-hoach-126.docx', import.meta.url));

interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], input = ''): Promise<Told> {
  const child = spawn(process.execPath, [CLI, ...args]);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

function linesOf(out: string): unknown[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('don-doc read', () => {
  it('answers each line in order, an empty one with an empty reading', async () => {
    const { out, code } = await run(['read', 'deadline', '--json'], 'Thường xuyên\n\nTrong năm 2024');
    expect(code).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { text: 'Thường xuyên', reading: { kind: 'continuous' } },
      { text: '', reading: { kind: 'none' } },
      { text: 'Trong năm 2024', reading: { kind: 'year' } },
    ]);
  });

  it('takes targets with name and unit of their own, and what only looks like JSON as words', async () => {
    const { out } = await run(
      ['read', 'target', '--json'],
      '{"text":"≥ 95","subject":"Tỷ lệ hồ sơ","unit":"%"}\r\n{98%\r\n[]\n',
    );
    expect(linesOf(out)).toMatchObject([
      { text: '≥ 95', reading: [{ comparator: '>=', value: 95, unit: '%' }] },
      { text: '{98%' },
      { text: '[]' },
    ]);
  });

  it('keeps a phrase whole that has a separator of Unicode in it', async () => {
    const { out } = await run(['read', 'agency', '--json'], 'Sở Nội vụ\u2028Sở Tư pháp\n');
    expect(linesOf(out)).toMatchObject([{ text: 'Sở Nội vụ\u2028Sở Tư pháp' }]);
  });

  it('answers twenty thousand lines, far more than a pipe holds', async () => {
    const { out, code } = await run(
      ['read', 'agency', '--json'],
      'Các sở, ban, ngành; UBND cấp huyện, cấp xã\n'.repeat(20_000),
    );
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(20_001);
  });

  it('says it in words where no JSON is asked for', async () => {
    expect((await run(['read', 'deadline'], 'Trước ngày 15/6/2024\n')).out).toBe(
      'Trước ngày 15/6/2024 → ngày trước 15/06/2024\n',
    );
  });

  it('ends in peace when nobody reads on', async () => {
    const child = spawn(process.execPath, [CLI, 'read', 'deadline', '--json']);
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('Thường xuyên\n'.repeat(200_000));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(Buffer.concat(err).toString()).toBe('');
  });
});

describe('don-doc plan read', () => {
  it('prints the plan as one JSON object', async () => {
    const { out, code } = await run(['plan', 'read', SAMPLE, '--json']);
    const reading = JSON.parse(out) as { plan: unknown; rows: { kind: string }[]; receipt: unknown };
    expect(code).toBe(0);
    expect(reading.plan).toMatchObject({ number: '126/KH-UBND', date: '2024-06-03' });
    expect(reading.rows.filter(({ kind }) => kind === 'task')).toHaveLength(82);
    expect(reading.receipt).toMatchObject({ lost: [] });
  });

  it('prints a table for people', async () => {
    const { out } = await run(['plan', 'read', SAMPLE]);
    expect(out).toContain('Mã           │ Nhiệm vụ');
    expect(out).toContain('82 nhiệm vụ');
  });

  it('refuses a file in a sentence, and in JSON where that is asked for', async () => {
    const told = await run(['plan', 'read', CLI, '--json']);
    expect(told.code).toBe(1);
    expect(told.err).toBe('Tệp "cli.ts" không có bảng nào. Kế hoạch phải có bảng nhiệm vụ.\n');
    expect(JSON.parse(told.out)).toMatchObject({ refusals: [{ code: 'no-table', at: { file: 'cli.ts' } }] });
    expect((await run(['plan', 'read', 'không-có.docx'])).err).toContain(
      'Không tìm thấy tệp "không-có.docx"',
    );
  });
});

describe('don-doc misused', () => {
  it.each([
    [[]],
    [['kế', 'hoạch']],
    [['read', 'toString']],
    [['plan', 'read']],
    [['read', 'target', '--csv']],
    [['plan', 'read', 'a', '--as-of', '2024-02-30']],
  ])('%j shows how it is used', async (args) => {
    const { code, err, out } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Cách dùng:');
  });

  it('with --help shows it without fault', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('don-doc plan read'),
    });
  });
});
