import { describe, expect, test } from 'vitest';
import { REFUSALS } from '#domain/kernel/refusal.ts';
import { findCycles, type Import, listFolder, readSourceFiles, type SourceFile } from './source-files.ts';

const files = readSourceFiles(['domain', 'contract', 'server', 'web', 'test', 'e2e', 'bench', 'tools']);
const isTest = ({ path }: { path: string }) => /\.(test|cases)\.tsx?$/.test(path);
const layerOf = (path: string) => path.split('/')[0] ?? '';

/** What each layer may import of ours, and which packages. */
const LAYERS: Readonly<Record<string, { readonly ours: readonly string[]; readonly packages: RegExp }>> = {
  domain: { ours: ['domain'], packages: /^$/ },
  contract: { ours: ['domain', 'contract'], packages: /^(zod|@orpc\/contract)$/ },
  server: { ours: ['domain', 'contract', 'server'], packages: /^(?!react|@mantine|@tanstack)/ },
  web: {
    ours: ['domain', 'contract', 'web'],
    packages: /^(?!node:|fastify|@fastify|kysely|pg$|@orpc\/server)/,
  },
};

/** The nouns, in one total order: a folder imports only from itself and from folders to its left. */
const NOUNS = (
  'kernel audit calendar agency access plan task evidence procedure dossier petition register survey indicator ' +
  'score notice report'
).split(' ');

/** The noun a file belongs to; undefined for files that only put parts together, and for technical folders. */
function nounOf(path: string): string | undefined {
  const second = path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
  return NOUNS.includes(second) ? second : undefined;
}

function complain(
  where: readonly SourceFile[],
  isWrong: (file: SourceFile, one: Import) => boolean,
): string[] {
  return where.flatMap((file) =>
    file.imports
      .filter((one) => isWrong(file, one))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

describe('the arrows', () => {
  const inLayers = files.filter((file) => layerOf(file.path) in LAYERS && !isTest(file));

  test('between the layers lead from server and web to contract to domain', () => {
    const crossing = complain(inLayers, ({ path }, { target }) => {
      const allowed = LAYERS[layerOf(path)]?.ours ?? [];
      return target !== undefined && !allowed.includes(layerOf(target));
    });
    expect(crossing).toEqual([]);
  });

  test('to packages stay out of the domain and apart between server and web', () => {
    // The build of the pages is configured by a program of Node.
    const shipped = inLayers.filter(({ path }) => path !== 'web/vite.config.ts');
    const foreign = complain(shipped, ({ path }, { target, specifier }) => {
      const allowed = LAYERS[layerOf(path)]?.packages;
      return target === undefined && allowed?.test(specifier) !== true;
    });
    expect(foreign).toEqual([]);
  });

  test('between the nouns lead to the left, in every layer', () => {
    const against = complain(inLayers, ({ path }, { target }) => {
      const [from, to] = [nounOf(path), nounOf(target ?? '')];
      return from !== undefined && to !== undefined && NOUNS.indexOf(to) > NOUNS.indexOf(from);
    });
    expect(against).toEqual([]);
  });

  test('from technical folders lead to no noun beyond the kernel', () => {
    const technical = inLayers.filter(({ path }) =>
      /^(server\/(backup|db|http|jobs|mail)|web\/(ui|i18n))\//.test(path),
    );
    const knowing = complain(technical, (_file, { target }) => {
      const noun = target === undefined ? undefined : nounOf(target);
      return noun !== undefined && noun !== 'kernel';
    });
    expect(technical.length).toBeGreaterThan(10);
    expect(knowing).toEqual([]);
  });

  test('never go round in a circle', () => {
    expect(findCycles(files)).toEqual([]);
  });

  test('lead to files that are there, and to the file that says it rather than to one that repeats it', () => {
    const known = new Set(files.map(({ path }) => path));
    const lost = complain(files, (_file, { target }) => {
      return target !== undefined && /\.tsx?$/.test(target) && !known.has(target);
    });
    const repeating = files
      .filter(
        ({ path, code }) =>
          /\/index\.tsx?$/.test(path) || /^export\s+(type\s+)?(\*|\{[^}]*\}\s*from)/m.test(code),
      )
      .map(({ path }) => path);
    expect(lost).toEqual([]);
    expect(repeating).toEqual([]);
  });
});

describe('the domain', () => {
  const domain = files.filter((file) => layerOf(file.path) === 'domain' && !isTest(file));

  test.each([
    ['asks no clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\./],
    ['draws no lots', /\bMath\.random\b|\bcrypto\./],
    ['waits for nothing', /\basync\b|\bawait\b|\bsetTimeout\b|\bPromise\b/],
    ['knows no machine and no page', /\bprocess\.|\bconsole\.|\bfetch\(|\bdocument\.|\bwindow\./],
  ])('%s', (_what, forbidden) => {
    expect(domain.length).toBeGreaterThan(20);
    expect(domain.filter(({ code }) => forbidden.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

test('files are named for what they hold, never for leftovers', () => {
  const leftovers = /\/(utils?|helpers?|common|misc|shared|lib)(\.tsx?$|\/)/;
  expect(files.filter(({ path }) => leftovers.test(path)).map(({ path }) => path)).toEqual([]);
  const unlike = files.filter(({ path }) => !/^[a-z0-9./-]+$/.test(path)).map(({ path }) => path);
  expect(unlike).toEqual([]);
});

test('decisions are numbered from one, without gaps and each number once', () => {
  const numbers = listFolder('docs/decisions')
    .filter((name) => name.endsWith('.md'))
    .map((name) => Number.parseInt(name, 10));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});

test.each(Object.entries(REFUSALS))(
  'the refusal "%s" is a whole sentence with a status',
  (code, { status, message }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(message).toMatch(/^\p{Lu}/u);
    // A sentence may end in the particulars of the case, which bring their own full stop.
    expect(message).toMatch(/(\.|\{\w+\})$/);
    expect(message.replace(/\{[a-z]+\}/g, '')).not.toMatch(/[{}]/);
    expect(message).toBe(message.normalize('NFC'));
  },
);
