import type { Agency } from './agency.ts';
import { matchAgency } from './match-agency.ts';
import { readAgencies } from './read-agencies.ts';

/** The one agency words of a cell name on a day, or a sentence why there is none: nothing is guessed. */
export function findOneAgency(words: string, day: string, directory: readonly Agency[]): Agency | string {
  if (words === '') return 'chưa có cơ quan.';
  const mentions = readAgencies(words);
  const [mention, another] = mentions;
  if (mentions.some(({ kind }) => kind === 'group'))
    return `"${words}" là một nhóm cơ quan. Hãy ghi một cơ quan.`;
  const match = matchAgency(
    mention === undefined || another !== undefined ? { name: words, kind: 'single' } : mention,
    directory,
    day,
  );
  switch (match.kind) {
    case 'single':
      return match.agency;
    case 'renamed':
      return `"${words}" đã đổi tên; tên vào ngày đó là ${match.agency.name}.`;
    case 'ended':
      return `"${words}" không còn hoạt động vào ngày đó${suggest(match.successors)}.`;
    case 'unknown':
    case 'group':
      return `không có cơ quan "${words}"${suggest(match.kind === 'group' ? match.members : match.candidates.map(({ agency }) => agency))}.`;
  }
}

function suggest(agencies: readonly Agency[]): string {
  return agencies.length === 0 ? '' : `; có phải: ${agencies.map(({ name }) => name).join(', ')}`;
}
