import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const rows = readFileSync(path.join(ROOT, 'docs', 'security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [section = '', state = '', how = '', held = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { section, state, how, tests: [...held.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) };
  });

describe('the page on security', () => {
  test.each(rows)('$section: $state', ({ state, how, tests }) => {
    expect(['đạt', 'một phần', 'chưa làm', 'không áp dụng']).toContain(state);
    expect(how).not.toBe('');
    expect(tests.filter((file) => !/\.test\.ts$/.test(file) || !existsSync(path.join(ROOT, file)))).toEqual(
      [],
    );
    if (state === 'đạt') expect(tests).not.toEqual([]);
  });

  test('speaks of every chapter', () => {
    const chapters = new Set(
      rows.flatMap(({ section }) => [...section.matchAll(/V(\d+)/g)].map(([, chapter]) => Number(chapter))),
    );
    expect([...chapters].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_none, at) => at + 1));
  });
});
