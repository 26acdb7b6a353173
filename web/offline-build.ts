import type { Plugin, Rollup } from 'vite';

/** Pages that must open without a line, by the module each is loaded from. */
const PAGES = [
  '/web/access/sign-in-page.tsx',
  '/web/task/work/my-work-page.tsx',
  '/web/task/work/my-work-fields.tsx',
  '/web/task/work/report-form.tsx',
  '/web/task/work/part-page.tsx',
  '/web/task/offline/outbox-dialog.tsx',
  '/web/evidence/evidence-panel.tsx',
];
const WORKER = 'sw.js';

/** Tells the service worker, as it is built, what to keep: the first page, and the pages that work without a line. */
export function keepOffline(): Plugin {
  return {
    name: 'keep-offline',
    apply: 'build',
    generateBundle: {
      // After chunks of styles alone were taken out.
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        if (worker.imports.length > 0)
          throw new Error('the service worker must be one file: it is no module');
        const addresses = listAddresses(bundle);
        const shell = { digest: digestOf(addresses.join('\n') + worker.code), addresses };
        worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify(shell));
      },
    },
  };
}

function listAddresses(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const entries = chunks.filter(({ fileName, isEntry }) => isEntry && fileName !== WORKER);
  const opened = PAGES.map((page) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.replaceAll('\\', '/').endsWith(page));
    if (chunk === undefined) throw new Error(`no file of its own is built for ${page}`);
    return chunk;
  });
  const names = new Set<string>();
  const add = (chunk: Rollup.OutputChunk) => {
    if (names.has(chunk.fileName)) return;
    names.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  [...entries, ...opened].forEach(add);
  const faces = Object.keys(bundle).filter((name) => name.endsWith('.woff2'));
  return ['/', '/icon.svg', ...[...names, ...faces].toSorted().map((name) => `/${name}`)];
}

/** FNV-1a: names carry digests of their content already, and only a change has to be seen. */
function digestOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1)
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
