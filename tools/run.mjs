// node tools/run.mjs FILE [ARG …]: a program of this repository on the pinned Node.
import path from 'node:path';
import { installMissing, ROOT, runPinned } from './launcher.mjs';

installMissing();
const [program = '', ...args] = process.argv.slice(2);
process.exitCode = await runPinned([path.join(ROOT, program), ...args]);
