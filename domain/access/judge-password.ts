import { type Refusal, refusal } from '../kernel/refusal.ts';
import { fold } from '../kernel/text.ts';

/** Counted as a person counts letters. Length is what protects; no kinds of characters are asked for (ASVS 5.0, 6.2). */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export interface PasswordContext {
  /** Passwords many people use, in lower case. */
  readonly common: ReadonlySet<string>;
  /** What others know of the person and the product: name, e-mail address. */
  readonly known: readonly string[];
}

const OF_PRODUCT = [
  'don doc',
  'dondoc',
  'cai cach hanh chinh',
  'lang son',
  'langson',
  'mat khau',
  'matkhau',
  'password',
];
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that remain when what is known is taken away must still be worth guessing. */
const LEAST_LEFT = 6;

/** Every reason not to take a password, at once; none where it may be chosen. */
export function judgePassword(password: string, { common, known }: PasswordContext): readonly Refusal[] {
  const letters = [...new Intl.Segmenter('vi').segment(password.normalize('NFC'))].length;
  const folded = fold(password);
  const found: Refusal[] = [];
  if (letters < PASSWORD_LENGTH.least)
    found.push(refusal('password-short', { least: PASSWORD_LENGTH.least }));
  if (letters > PASSWORD_LENGTH.most) found.push(refusal('password-long', { most: PASSWORD_LENGTH.most }));
  if (isCommon(folded, common)) found.push(refusal('password-common'));
  else if (isPattern(folded)) found.push(refusal('password-pattern'));
  const [whole, left] = [
    leftWithout(folded, []),
    leftWithout(folded, [...OF_PRODUCT, ...known.flatMap(wordsOf)]),
  ];
  if (left < whole && left < LEAST_LEFT) found.push(refusal('password-known'));
  return found;
}

/** In the list as it stands, or once the digits and signs people put around a word are taken off. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  const bare = folded.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  return common.has(folded) || (bare.length >= 4 && common.has(bare) && folded.length - bare.length <= 6);
}

/** A short piece over and over, or a run of the alphabet, the digits or the keyboard. */
function isPattern(folded: string): boolean {
  if (/^(.{1,6}?)\1+.{0,5}$/u.test(folded)) return true;
  const rest = RUNS.flatMap((run) => [run, [...run].reverse().join('')]).reduce(
    (left, run) => takeRuns(left, run),
    folded,
  );
  return rest.length < LEAST_LEFT;
}

/** The text without its pieces of four letters or more that follow the run. */
function takeRuns(text: string, run: string): string {
  let left = text;
  for (let length = run.length; length >= 4; length -= 1)
    for (let at = 0; at + length <= run.length; at += 1)
      left = left.replaceAll(run.slice(at, at + length), '');
  return left;
}

function leftWithout(folded: string, words: readonly string[]): number {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), folded).replace(/[\s\W_]/g, '')
    .length;
}

/** The words of a name or an address, and the whole written together, as people put them into passwords. */
function wordsOf(known: string): readonly string[] {
  const words = fold(known)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 3);
  return [...words, words.join('')].filter((word) => word !== '');
}
