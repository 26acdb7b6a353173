import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { AccessRole } from '#domain/access/role.ts';
import { makeAuditKey } from '#server/audit/audit-key.ts';
import { openDiskStore } from '#server/evidence/disk-store.ts';
import { buildApp } from '#server/http/app.ts';
import { type Product, registerProduct } from '#server/product.ts';
import { buildStaleWeb, WEB_FOLDER } from '#server/web-build.ts';
import { createTestDatabase } from '#test/database.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Journey {
  readonly page: Page;
  readonly address: string;
  readonly product: Product;
  /** Takes the place of another person of the demonstration. */
  readonly enterAs: (role: AccessRole) => Promise<void>;
  /** A page as on another machine: nobody signed in, nothing kept. It goes with its own context. */
  readonly openElsewhere: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The whole product on a database of its own, with the sample plan, and a page of a real Chromium before it. */
export async function startJourney(
  viewport = { width: 1440, height: 900 },
  {
    demo = true,
    now,
  }: {
    readonly demo?: boolean;
    /** Where the server's clock stands; it goes as the browser's does when left out. */
    readonly now?: string;
  } = {},
): Promise<Journey> {
  await buildStaleWeb();
  const database = await createTestDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-files-'));
  const product = await registerProduct({
    db: database.db,
    ownerUrl: database.url,
    authDb: database.authDb,
    files: openDiskStore(folder),
    now: () => (now === undefined ? Temporal.Now.instant() : Temporal.Instant.from(now)),
    signIn: { secret: 'a secret of tests that is long enough', demo },
    auditKey: makeAuditKey(),
  });
  const app: FastifyInstance = await buildApp({
    logLevel: 'silent',
    rateLimit: 0,
    webFolder: WEB_FOLDER,
    isReady: async () => true,
    register: product.register,
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await openPage(browser, { viewport });
  if (demo) await enterAs(page, address, 'owner');
  return {
    page,
    address,
    product,
    enterAs: (standing) => enterAs(page, address, standing),
    openElsewhere: (options) => openPage(browser, { viewport, ...options }),
    close: async () => {
      await browser.close();
      await app.close();
      await product.readEvidence();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  await context.addInitScript(NOTE_DIALOGS_WITHOUT_A_NAME);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Signs in as the first person of the demonstration who holds the role, without the sign-in page. */
export async function enterAs(page: Page, address: string, role: AccessRole): Promise<void> {
  const headers = { origin: address };
  const people = await (await page.request.get(`${address}/api/demo/people`)).json();
  const person = (people as { id: string; role: string }[]).find((one) => one.role === role);
  const answer = await page.request.post(`${address}/api/demo/sign-in`, {
    headers,
    data: { personId: person?.id },
  });
  if (!answer.ok()) throw new Error(`not signed in as ${role}: ${await answer.text()}`);
}

const AXE = readFileSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve('axe-core')), 'axe.min.js'),
  'utf8',
);

/** A dialog is read out the moment it comes onto the page: a name that comes later is not heard. */
const NOTE_DIALOGS_WITHOUT_A_NAME = `
  globalThis.dialogsWithoutAName = [];
  new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(added instanceof Element)) continue;
      const dialogs = [added, ...added.querySelectorAll('*')].filter((one) => one.matches('[role="dialog"]'));
      for (const one of dialogs) {
        const named = one.getAttribute('aria-labelledby');
        const name = named === null ? one.getAttribute('aria-label') : document.getElementById(named)?.textContent;
        if (!name) globalThis.dialogsWithoutAName.push(one.outerHTML);
      }
    }
  }).observe(document, { childList: true, subtree: true });
`;

/**
 * What axe finds wrong on the page, in short, and the dialogs that came without a name; empty when nothing is. Behind
 * an open dialog nothing can be reached, so only the dialog is looked at.
 */
export async function findAccessFaults(page: Page): Promise<readonly string[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          context: unknown,
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { document } = globalThis as unknown as { document: { querySelector: (name: string) => unknown } };
    const { violations } = await axe.run(document.querySelector('[role="dialog"]') ?? document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const { dialogsWithoutAName } = globalThis as unknown as { dialogsWithoutAName: readonly string[] };
    return [
      ...violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      ),
      ...dialogsWithoutAName.map((html) => `dialog without a name at first: ${html.slice(0, 200)}`),
    ];
  });
}

/** Pixels by which the page is wider than its window. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number } };
      innerWidth: number;
    };
    return Math.max(0, document.documentElement.scrollWidth - innerWidth);
  });
}
