import { readAgencies } from '#domain/agency/read-agencies.ts';
import { readDeadline } from '#domain/plan/deadline/read-deadline.ts';
import { readTargets, type TargetPhrase } from '#domain/plan/target/read-target.ts';

/** What one line says, as docs/reading.md tells it: `text` as given, and its reading. */
export interface PhraseReading {
  readonly text: string;
  readonly reading: unknown;
}

export const PHRASE_READERS = {
  target: readTargetLine,
  deadline: (line: string): PhraseReading => ({ text: line, reading: readDeadline(line) }),
  agency: (line: string): PhraseReading => ({ text: line, reading: readAgencies(line) }),
} as const satisfies Record<string, (line: string) => PhraseReading>;

export type PhraseKind = keyof typeof PHRASE_READERS;

export function isPhraseKind(word: string | undefined): word is PhraseKind {
  return word !== undefined && Object.hasOwn(PHRASE_READERS, word);
}

/** Where name and unit stand in columns of their own, the line is JSON; any other line is the phrase itself. */
function readTargetLine(line: string): PhraseReading {
  const phrase = line.startsWith('{') ? parsePhrase(line) : undefined;
  return { text: phrase?.text ?? line, reading: readTargets(phrase ?? { text: line }) };
}

function parsePhrase(line: string): TargetPhrase | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || !('text' in parsed)) return undefined;
  const { text, subject, unit } = parsed as Record<keyof TargetPhrase, unknown>;
  if (typeof text !== 'string') return undefined;
  return {
    text,
    ...(typeof subject === 'string' ? { subject } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
  };
}

/**
 * The lines of a stream as they come, chunk by chunk. Only \n and \r\n end a line: the separators of Unicode may
 * stand within a phrase copied out of Word.
 */
export async function* readLineChunks(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => line.replace(/\r$/, ''));
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest.replace(/\r$/, '')];
}
