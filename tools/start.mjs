import path from 'node:path';
import { installMissing, ROOT, runPinned } from './launcher.mjs';

installMissing();
process.exitCode = await runPinned([path.join(ROOT, 'server', 'main.ts'), ...process.argv.slice(2)]);
