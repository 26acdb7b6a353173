import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { installPackages } from './apt.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium: named by CHROMIUM, on the system, of Playwright, or installed by apt where that is allowed. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log('\n— no Chromium found; installing one');
  installPackages('chromium');
  if (findChromium() === undefined)
    spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const installed = findChromium();
  if (installed === undefined)
    throw new Error(
      'Không tìm thấy Chromium. Hãy cài Chromium hoặc đặt biến CHROMIUM. / No Chromium: install one or set CHROMIUM.',
    );
  return installed;
}

function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...PLACES, chromium.executablePath()].find(
    (place) => place !== undefined && place !== '' && existsSync(place),
  );
}
