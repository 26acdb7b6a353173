import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const WEB = path.join(import.meta.dirname, '..');
const STYLES = path.join(WEB, '..', 'node_modules', '@mantine', 'core', 'styles');

test('every part of the component library in use has its styles loaded', () => {
  const loaded = readFileSync(path.join(WEB, 'ui', 'mantine.css'), 'utf8');
  const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx$/.test(file) && !file.startsWith('dist'))
    .map((file) => readFileSync(path.join(WEB, file), 'utf8'));
  const used = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    ),
  );
  const styled = [...used].filter((name) => existsSync(path.join(STYLES, `${name}.css`)));
  expect(styled.length).toBeGreaterThan(10);
  expect(styled.filter((name) => !loaded.includes(`/${name}.css`))).toEqual([]);
});
