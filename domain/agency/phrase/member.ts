import type { AgencyLevel } from '../agency-phrase.ts';
import type { BodyFamily } from '../data/name-bodies.ts';
import { spellOut } from '../spell-out.ts';
import type { Phrase, Token } from './tokenize-phrase.ts';

/** A run of words of a name, and the same words with no short forms. */
export interface Piece {
  readonly text: string;
  readonly full: string;
}

/** One agency or group found in a phrase, before duties and qualifiers are shared out. */
export interface Member {
  readonly pieces: readonly Piece[];
  readonly plural: boolean;
  readonly level: AgencyLevel | undefined;
  readonly family: BodyFamily;
  /** The words before the body or the place, which the next name may share. */
  readonly head: readonly Piece[];
  readonly form: 'named' | 'seat' | 'fixed' | 'noun' | 'place' | 'proper';
  /** Opens with "các": the qualifier after it reaches back no further. */
  readonly article: boolean;
  /** The place at its end, apart from the name until it is known whether a whole list shares it. */
  readonly tail: Piece | undefined;
  readonly post: string | undefined;
}

export interface Parsed {
  readonly members: readonly Member[];
  readonly end: number;
}

export function sliceOf({ text, tokens }: Phrase, start: number, end: number): string {
  if (end <= start) return '';
  const from = tokens[start]?.start ?? 0;
  return text.slice(from, tokens[end - 1]?.end ?? from);
}

/** Words as written; in full where a table says how, else by the short forms everybody knows. */
export function pieceOf(phrase: Phrase, start: number, end: number, full?: string): Piece {
  const text = sliceOf(phrase, start, end);
  return { text, full: full ?? spellOut(text) };
}

export function isWordAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === true;
}
