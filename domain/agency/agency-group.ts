import { fold } from '../kernel/text.ts';
import type { Agency, AgencyKind } from './agency.ts';
import type { AgencyLevel } from './agency-phrase.ts';

// Words that stand for several agencies, and which agencies they are. The first rule that fits decides.

interface GroupRule {
  readonly words: RegExp;
  readonly levels: readonly AgencyLevel[];
  readonly kinds?: readonly AgencyKind[];
}

const GROUPS: readonly GroupRule[] = [
  { words: /^so$/, levels: ['province'], kinds: ['department'] },
  { words: /^ban$/, levels: ['province'], kinds: ['board'] },
  { words: /^nganh$/, levels: ['province'], kinds: ['office', 'inspectorate', 'vertical'] },
  { words: /^ban nganh$/, levels: ['province'], kinds: ['board', 'office', 'inspectorate', 'vertical'] },
  {
    words: /^(?:so nganh|so ban nganh)/,
    levels: ['province'],
    kinds: ['department', 'board', 'office', 'inspectorate', 'vertical'],
  },
  { words: /^co quan nganh doc/, levels: ['province'], kinds: ['vertical'] },
  {
    words: /^co quan chuyen mon/,
    levels: ['province'],
    kinds: ['department', 'board', 'office', 'inspectorate'],
  },
  { words: /^don vi su nghiep/, levels: ['province'], kinds: ['service-unit', 'unit'] },
  {
    words: /^(?:ubnd|uy ban nhan dan|chu tich ubnd) (?:cac |cap )?(?:huyen|thanh pho|thi xa|quan)/,
    levels: ['district'],
  },
  {
    words: /^(?:ubnd|uy ban nhan dan|chu tich ubnd) (?:cac |cap )?(?:xa|phuong|thi tran)/,
    levels: ['commune'],
  },
  { words: /^(?:cap huyen|huyen|thanh pho|thi xa)$/, levels: ['district'] },
  { words: /^(?:cap xa|xa|phuong|thi tran)$/, levels: ['commune'] },
  { words: /^dia phuong/, levels: ['district', 'commune'], kinds: ['peoples-committee'] },
  // The provincial People's Committee is above them; in a plan "các cơ quan" are those it instructs.
  {
    words: /^co quan/,
    levels: ['province'],
    kinds: [
      'department',
      'board',
      'office',
      'inspectorate',
      'vertical',
      'unit',
      'service-unit',
      'party-organ',
    ],
  },
  { words: /^don vi/, levels: ['province'], kinds: ['unit', 'service-unit'] },
];

/** The agencies the words of a group stand for, or undefined where no rule knows the words. */
export function findGroupMembers(words: string, directory: readonly Agency[]): readonly Agency[] | undefined {
  const folded = fold(words);
  const rule = GROUPS.find((found) => found.words.test(folded));
  if (rule === undefined) return undefined;
  return directory.filter(
    ({ level, kind }) =>
      rule.levels.includes(level) && (rule.kinds === undefined || rule.kinds.includes(kind)),
  );
}
