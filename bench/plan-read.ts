import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '#domain/plan/document/read-plan.ts';
import { readSource } from '#server/plan/source/read-source.ts';

// Reading a plan, beside merely reading the same cells: the part that is ours as a multiple of the part that is the
// file's. Each run is a process of its own, so that its peak memory is its own.

export interface BenchLine {
  readonly name: string;
  readonly [figure: string]: string | number;
}

const SAMPLE = path.join(import.meta.dirname, '..', 'samples', 'ke-hoach-126-kh-ubnd-lang-son-2024.txt');
const RUNS = 5;
const ROWS = 10_000;

export function benchPlanRead(): readonly BenchLine[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  try {
    const large = path.join(folder, 'large.txt');
    writeFileSync(large, largePlan());
    return [measure('seed', SAMPLE), measure(`${ROWS} rows`, large)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(name: string, file: string): BenchLine {
  const cells = runs('cells', file);
  const plan = runs('plan', file);
  return {
    name,
    planMs: round(plan.ms),
    cellsMs: round(cells.ms),
    ratio: round(plan.ms / cells.ms),
    planPeakMb: round(plan.peakMb),
    cellsPeakMb: round(cells.peakMb),
  };
}

function runs(what: 'cells' | 'plan', file: string): { ms: number; peakMb: number } {
  const figures = Array.from({ length: RUNS }, () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), what, file],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as { ms: number; peakMb: number };
  });
  const median = (of: (figure: { ms: number; peakMb: number }) => number) =>
    figures.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { ms: median(({ ms }) => ms), peakMb: median(({ peakMb }) => peakMb) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The sample's own rows, repeated under numbers that go on. */
function largePlan(): string {
  const lines = readFileSync(SAMPLE, 'utf8').split('\n');
  const header = lines.find((line) => line.startsWith('STT\t')) ?? '';
  const tasks = lines.filter((line) => /^\d+(\.\d+)*\t/.test(line));
  const rows = Array.from({ length: ROWS }, (_, at) =>
    (tasks[at % tasks.length] ?? '').replace(/^[\d.]+/, String(at + 1)),
  );
  return [header, ...rows].join('\n');
}

async function runOnce(what: string, file: string): Promise<void> {
  const bytes = readFileSync(file);
  const started = performance.now();
  const source = await readSource(bytes, file);
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  if (what === 'plan') {
    const plan = readPlan(source.value, { asOf: '2024-06-03', file });
    if (!plan.ok) throw new Error(JSON.stringify(plan.refusals));
  }
  const ms = performance.now() - started;
  process.stdout.write(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runOnce(process.argv[2] ?? '', process.argv[3] ?? '');
