import { DUTY_WORDS, GOVERNORS, POSTS, SCOPE_WORDS } from '../data/duty-words.ts';
import { GROUP_NOUNS } from '../data/group-nouns.ts';
import { type BodyFamily, NAME_BODIES } from '../data/name-bodies.ts';
import { NAME_HEADS } from '../data/name-heads.ts';
import { PLACE_KINDS } from '../data/place-kinds.ts';
import { WordingTable, wordingOf } from './match-words.ts';
import { syllableKey } from './syllable-key.ts';

// The tables made ready to be searched word by word.

const keyed = <T extends { readonly full: string }>(entries: readonly T[], strict = true, spelled = false) =>
  new WordingTable(
    entries.map((entry) => ({ ...entry, wording: wordingOf(entry.full, strict) })),
    spelled,
  );
const words = (list: readonly string[], strict = true, spelled = true) =>
  keyed(
    list.map((full) => ({ full })),
    strict,
    spelled,
  );
const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(syllableKey));

export const HEADS = keyed(NAME_HEADS);
export const NOUNS = keyed(GROUP_NOUNS);
export const KINDS = keyed(PLACE_KINDS);
export const POST_TABLE = words(POSTS);
export const SCOPES = words(SCOPE_WORDS);
export const ARTICLES = words([
  'các',
  'những',
  'mọi',
  'mỗi',
  'từng',
  'tất cả các',
  'tất cả',
  'một số',
  'toàn bộ',
  'toàn thể',
  'toàn bộ các',
  'hệ thống các',
  'hệ thống',
  'cả',
  '100% các',
]);
export const DUTIES = keyed(
  (['lead', 'coordinate', 'oversee', 'other'] as const).flatMap((role) =>
    DUTY_WORDS[role].map((full) => ({ full, role })),
  ),
  true,
  true,
);
export const GOVERNING = keys(GOVERNORS);
export const AND_WORDS = keys(['và', 'hoặc', 'cùng', 'với', 'hay', 'kèm']);
export const BODIES = Object.fromEntries(
  Object.entries(NAME_BODIES).map(([family, list]) => [family, words(list, family === 'school', false)]),
) as Readonly<Record<BodyFamily, ReturnType<typeof words>>>;
