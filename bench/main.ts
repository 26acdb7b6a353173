import type { BenchLine } from './bench-line.ts';
import { benchCalendar } from './calendar.ts';
import { benchDigests } from './digests.ts';
import { benchPlanList } from './plan-list.ts';
import { benchPlanRead } from './plan-read.ts';
import { benchReform } from './reform.ts';
import { benchWork } from './work.ts';

/** `npm run bench -- NAME [--json]`: figures as ratios against a limit measured in the same run. */
const BENCHES: Readonly<Record<string, () => readonly BenchLine[] | Promise<readonly BenchLine[]>>> = {
  'plan-read': benchPlanRead,
  'plan-list': benchPlanList,
  reform: benchReform,
  calendar: benchCalendar,
  digests: benchDigests,
  work: benchWork,
};

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`Không có phép đo "${name}". Có: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  const lines = await bench();
  if (process.argv.includes('--json')) console.log(JSON.stringify(lines));
  else console.table(lines);
}
