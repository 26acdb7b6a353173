import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const ORDER = [
  'kernel',
  'calendar',
  'agency',
  'access',
  'plan',
  'task',
  'evidence',
  'procedure',
  'dossier',
  'petition',
  'register',
  'survey',
  'indicator',
  'score',
  'notice',
  'report',
];
const LAYERS = {
  domain: ['domain'],
  contract: ['domain', 'contract'],
  server: ['domain', 'contract', 'server'],
  web: ['domain', 'contract', 'web'],
} as const;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = Object.keys(LAYERS).flatMap((layer) =>
  readdirSync(path.join(ROOT, layer), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.tsx?$/.test(entry.name) &&
        !entry.name.includes('.test.') &&
        !entry.parentPath.includes(`${path.sep}dist`),
    )
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
);

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(path.join(ROOT, from), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)].map(
    ([, target = '']) => ({
      from,
      to: target.startsWith('#')
        ? target.slice(1)
        : path.posix.normalize(path.posix.join(path.posix.dirname(from), target)),
    }),
  ),
);

const layerOf = (file: string) => file.split('/')[0] ?? '';
const nounOf = (file: string) => (file.split('/').length > 2 ? ORDER.indexOf(file.split('/')[1] ?? '') : -1);

describe('the walls', () => {
  test('a layer imports only what stands before it', () => {
    const wrong = imports.filter(({ from, to }) => {
      const allowed: readonly string[] = LAYERS[layerOf(from) as keyof typeof LAYERS];
      return !allowed.includes(layerOf(to));
    });
    expect(wrong).toEqual([]);
  });

  test('a noun of the domain imports only nouns to its left', () => {
    const wrong = imports.filter(
      ({ from, to }) => layerOf(from) === 'domain' && layerOf(to) === 'domain' && nounOf(to) > nounOf(from),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing imports itself in a circle', () => {
    const targets = Map.groupBy(imports, ({ from }) => from);
    const done = new Set<string>();
    const circle = (file: string, above: readonly string[]): readonly string[] | undefined => {
      if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const { to } of targets.get(file) ?? []) {
        const found = circle(to, [...above, file]);
        if (found !== undefined) return found;
      }
      done.add(file);
      return undefined;
    };
    expect(files.map((file) => circle(file, [])).find((found) => found !== undefined)).toBeUndefined();
  });

  test('no file only hands on what others define', () => {
    expect(
      files.filter((file) =>
        /^export (?:\*|\{[^}]*\}) from/m.test(readFileSync(path.join(ROOT, file), 'utf8')),
      ),
    ).toEqual([]);
  });

  test('the domain reads no clock, draws no random number and waits for nothing', () => {
    const impure = files.filter(
      (file) =>
        file.startsWith('domain/') &&
        /\bDate\.now\b|new Date\(\)|Math\.random|\basync\b|Temporal\.Now/.test(
          readFileSync(path.join(ROOT, file), 'utf8'),
        ),
    );
    expect(impure).toEqual([]);
  });
});

test('each decision has a number of its own', () => {
  const numbers = readdirSync(path.join(ROOT, 'docs', 'decisions')).map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});
