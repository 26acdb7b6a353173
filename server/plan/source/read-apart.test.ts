import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { type ReadingLimits, readPlanApart } from './read-apart.ts';
import { createSampleDocx, getSamplePlan, SAMPLE_TEXT } from './sample-plan.ts';

async function readApart(bytes: Uint8Array, limits?: ReadingLimits) {
  return await readPlanApart({ bytes, fileName: 'kế hoạch', asOf: '2024-06-03' }, limits);
}

async function readWell(bytes: Uint8Array): Promise<PlanReading> {
  const read = await readApart(bytes);
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value;
}

/** What a plan says, whatever file says it: breaks of lines within a cell are the file's, places too. */
function wordsOf({ plan, rows }: PlanReading): unknown {
  const told = rows.map(
    ({ code, parent, kind, name, deadline, leads, coordinators, deliverables, targets, inherited }) => ({
      code,
      parent,
      kind,
      name,
      deadline,
      coordinators,
      deliverables,
      targets,
      inherited,
      leads: leads.map(({ text, reading, note, coordinators: own }) => ({ text, reading, note, own })),
    }),
  );
  return JSON.parse(JSON.stringify({ plan, told }).replaceAll('\\n', ' '));
}

const sample = (ending: string) =>
  readFileSync(new URL(`../../../samples/ke-hoach-126.${ending}`, import.meta.url));

describe('the sample plan', () => {
  it.each(['docx', 'xlsx', 'pdf'])('as .%s says what it says as text', async (ending) => {
    const [text, other] = await Promise.all([readWell(readFileSync(SAMPLE_TEXT)), readWell(sample(ending))]);
    expect(other.rows.filter(({ kind }) => kind === 'task')).toHaveLength(82);
    expect(other.receipt.lost).toEqual([]);
    expect(wordsOf(other)).toEqual(wordsOf(text));
  });

  it('numbered by Word says the same', async () => {
    const numbered = await createSampleDocx(getSamplePlan(), { automatic: true });
    expect(wordsOf(await readWell(numbered))).toEqual(wordsOf(await readWell(sample('docx'))));
  });
});

describe('a reading that outgrows its limits is refused and harms nobody', () => {
  it('in time', async () => {
    const read = await readApart(sample('pdf'), { seconds: 0.05, megabytes: 1024 });
    expect(read).toMatchObject({
      ok: false,
      refusals: [{ code: 'reading-too-long', at: { file: 'kế hoạch' } }],
    });
  });

  it('in memory', async () => {
    const long = Buffer.from(
      `STT\tNhiệm vụ\tCơ quan chủ trì\n${'1\tRà soát văn bản năm 2024\tSở Tư pháp\n'.repeat(300_000)}`,
    );
    const read = await readApart(long, { seconds: 60, megabytes: 40 });
    expect(read).toMatchObject({ ok: false, refusals: [{ code: 'reading-too-long' }] });
  });

  it('while others, waiting their turn, are read', async () => {
    const reads = await Promise.all(
      [0.05, 60, 0.05, 60, 60].map((seconds) => readApart(sample('docx'), { seconds, megabytes: 1024 })),
    );
    expect(reads.map(({ ok }) => ok)).toEqual([false, true, false, true, true]);
  });
});
