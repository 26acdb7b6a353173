import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messages } from './messages.en.ts';

const WEB = path.join(import.meta.dirname, '..');

/** Every sentence given to t(), as it stands in the sources. */
function listSentences(): ReadonlySet<string> {
  const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dist') && !file.includes('.test.'))
    .map((file) => readFileSync(path.join(WEB, file), 'utf8'));
  const sentences = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, sentence = '']) =>
      sentence.replaceAll("\\'", "'"),
    ),
  );
  return new Set(sentences);
}

const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('English has a sentence for every Vietnamese one', () => {
  const sentences = listSentences();

  test('and for no other', () => {
    expect(sentences.size).toBeGreaterThan(100);
    expect([...sentences].filter((sentence) => !(sentence in messages))).toEqual([]);
    expect(Object.keys(messages).filter((sentence) => !sentences.has(sentence))).toEqual([]);
  });

  test.each(Object.entries(messages))('with the same particulars: %s', (sentence, english) => {
    expect(english).not.toBe('');
    expect(names(english)).toEqual(names(sentence));
  });
});
