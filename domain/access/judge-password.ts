import { type Refusal, refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { fold } from '../kernel/text.ts';

// Length instead of composition (NIST SP 800-63B rev. 4, 3.1.1.2; ASVS 5.0, 6.2): any characters, spaces too, and no
// demand for capitals or signs. What is refused is what guessing tries first.

export const PASSWORD_LIMITS = { least: 12, most: 128 } as const;

/** Words of this product and its place, which everyone here thinks of. */
const PRODUCT_WORDS = ['dondoc', 'langson', 'parindex', 'sonoivu', 'caicachhanhchinh', 'hanhchinh', 'ubnd'];
/** Vietnamese words that lists made elsewhere lack. */
const LOCAL_COMMON = [
  'matkhau',
  'anhyeuem',
  'emyeuanh',
  'vietnam',
  'hanoi',
  'toiyeuvietnam',
  'quantri',
  'congchuc',
];

/** Characters beyond the known words that make a password the person's own. */
const LEAST_OF_ITS_OWN = 8;
/** Characters that do not follow from the one before. */
const LEAST_TURNS = 6;

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** A password as it is stored and compared: the same whichever way a keyboard composes the letters. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Whether a password may be chosen, with everything that stands in its way at once. `isCommon` knows words in small
 * letters, without diacritics.
 */
export function judgePassword(
  password: string,
  owner: PasswordOwner,
  isCommon: (word: string) => boolean,
): Result<string> {
  const normal = normalizePassword(password);
  const refusals = [judgeLength(normal), ...judgeWords(fold(normal), owner, isCommon)].filter(
    (one) => one !== undefined,
  );
  return refusals.length === 0 ? accept(normal) : refuse(...refusals);
}

function judgeLength(password: string): Refusal | undefined {
  // What a reader counts as one character may be several code points.
  const length = [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(password)].length;
  if (length < PASSWORD_LIMITS.least)
    return refusal('password-short', { length, least: PASSWORD_LIMITS.least });
  if (length > PASSWORD_LIMITS.most) return refusal('password-long', { length, most: PASSWORD_LIMITS.most });
  return undefined;
}

function judgeWords(
  folded: string,
  owner: PasswordOwner,
  isCommon: (word: string) => boolean,
): readonly (Refusal | undefined)[] {
  // An endless password costs no time, and its beginning tells enough.
  const characters = folded.slice(0, 4 * PASSWORD_LIMITS.most);
  if (characters === '') return [];
  const word = findKnownWord(characters, owner);
  return [
    isCommonAtHeart(characters, isCommon) ? refusal('password-common') : undefined,
    word === undefined ? undefined : refusal('password-personal', { word }),
    countTurns(findPeriod(characters)) < LEAST_TURNS ? refusal('password-monotonous') : undefined,
  ];
}

/** A common word, alone or dressed up with figures and signs. Several words in a row are a phrase, and fine. */
function isCommonAtHeart(characters: string, isCommon: (word: string) => boolean): boolean {
  const known = (word: string) => isCommon(word) || LOCAL_COMMON.includes(word);
  if (known(characters) || known(characters.replaceAll(' ', ''))) return true;
  return [characters, characters.replaceAll(' ', ''), undisguise(characters)].some((text) => {
    const words = new Set(text.match(/[a-z]+/g) ?? []);
    const [word] = words;
    return (
      words.size === 1 &&
      word !== undefined &&
      word.length > 3 &&
      known(word) &&
      restOf(text, word) < LEAST_OF_ITS_OWN
    );
  });
}

function restOf(text: string, word: string): number {
  return countTurns(text.replaceAll(word, '').replace(/[^a-z0-9]/g, ''));
}

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** P@ssw0rd as password; figures at the end stay, they are not letters in disguise. */
function undisguise(text: string): string {
  const [, body = text, tail = ''] = /^(.*?[a-z@$])([^a-z@$]*)$/s.exec(text) ?? [];
  return [...body].map((character) => DISGUISES[character] ?? character).join('') + tail;
}

/** The name, address or product word a password is made of, where next to nothing is left without them. */
function findKnownWord(characters: string, { name, email }: PasswordOwner): string | undefined {
  const [local = '', domain = ''] = fold(email).split('@');
  const parts = [fold(name), fold(name).replaceAll(' ', ''), local, ...fold(name).split(' ')];
  const words = [...parts, ...local.split(/[^a-z]+/), ...domain.split(/[^a-z]+/), ...PRODUCT_WORDS]
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);
  for (const text of [characters, undisguise(characters)]) {
    const plain = text.replace(/[^a-z0-9]/g, '');
    const found = words.filter((word) => plain.includes(word));
    const left = found.reduce((rest, word) => rest.replaceAll(word, ''), plain);
    if (found[0] !== undefined && countTurns(left) < LEAST_OF_ITS_OWN) return found[0];
  }
  return undefined;
}

/** What a text repeats: "matkhaumatkhau" is "matkhau" twice. */
function findPeriod(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const SUCCESSIONS = new Set(
  ROWS.flatMap((row) => [...row].slice(1).flatMap((next, at) => [`${row[at]}${next}`, `${next}${row[at]}`])),
);

/** Characters that neither repeat the one before nor follow it in the alphabet, the figures or on the keyboard. */
function countTurns(text: string): number {
  return [...text].filter((character, at, all) => {
    const before = all[at - 1];
    return before === undefined || (before !== character && !SUCCESSIONS.has(before + character));
  }).length;
}
