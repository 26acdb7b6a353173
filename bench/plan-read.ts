import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '#domain/plan/document/read-plan.ts';
import { readSource } from '#server/plan/source/read-source.ts';
import { type BenchLine, round } from './bench-line.ts';
import { largePlan, SAMPLE } from './large-plan.ts';

// Reading a plan, beside merely reading the same cells: the part that is ours as a multiple of the part that is the
// file's. Each run is a process of its own, so that its peak memory is its own.

const RUNS = 5;
const ROWS = 10_000;

export function benchPlanRead(): readonly BenchLine[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  try {
    const large = path.join(folder, 'large.txt');
    writeFileSync(large, largePlan(ROWS));
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
