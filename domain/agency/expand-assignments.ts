import type { Agency } from './agency.ts';
import type { AgencyMention, AssignmentRole } from './agency-phrase.ts';
import { matchAgency, namesOn } from './match-agency.ts';

/** One agency's part in a task, and the words that gave it. */
export interface AgencyPart {
  readonly agencyId: string;
  readonly role: AssignmentRole;
  readonly basis: string;
}

export interface AgencyProblem {
  readonly code: 'agency-unknown' | 'agency-ended' | 'group-unknown' | 'group-empty';
  readonly mention: AgencyMention;
  readonly message: string;
  readonly remedy: string;
}

export interface AgencyCellWords {
  readonly text: string;
  readonly reading: readonly AgencyMention[];
}

export interface Expansion {
  readonly parts: readonly AgencyPart[];
  readonly problems: readonly AgencyProblem[];
}

/**
 * One part for each real agency: a group becomes its members of that day; an agency that leads is not also a
 * coordinator of the same task. Who only oversees keeps that role beside any other.
 */
export function expandAssignments(
  cells: { readonly leads: readonly AgencyCellWords[]; readonly coordinators: readonly AgencyCellWords[] },
  directory: readonly Agency[],
  day: string,
): Expansion {
  const parts: AgencyPart[] = [];
  const problems: AgencyProblem[] = [];
  const add = (words: readonly AgencyCellWords[], columnRole: AssignmentRole) => {
    for (const { text, reading } of words)
      for (const mention of reading) {
        // A cell of leads that only says "theo dõi, đôn đốc" names an overseer.
        const role = mention.role ?? columnRole;
        const match = matchAgency(mention, directory, day);
        const problem = problemOf(mention, match, day);
        if (problem !== undefined) problems.push(problem);
        for (const agency of match.kind === 'single'
          ? [match.agency]
          : match.kind === 'group'
            ? match.members
            : [])
          parts.push({ agencyId: agency.id, role, basis: text });
      }
  };
  add(cells.leads, 'lead');
  add(cells.coordinators, 'coordinate');
  const leading = new Set(parts.filter(({ role }) => role === 'lead').map(({ agencyId }) => agencyId));
  const seen = new Set<string>();
  return {
    parts: parts.filter(({ agencyId, role }) => {
      const key = `${role} ${agencyId}`;
      if (seen.has(key) || (role === 'coordinate' && leading.has(agencyId))) return false;
      seen.add(key);
      return true;
    }),
    problems,
  };
}

function problemOf(
  mention: AgencyMention,
  match: ReturnType<typeof matchAgency>,
  day: string,
): AgencyProblem | undefined {
  if (match.kind === 'unknown' && mention.kind === 'group')
    return {
      code: 'group-unknown',
      mention,
      message: `Chưa biết nhóm "${mention.name}" gồm những cơ quan nào.`,
      remedy: 'Ghi tên từng cơ quan, hoặc dùng tên nhóm có trong danh mục.',
    };
  if (match.kind === 'unknown') {
    const near = match.candidates.map(({ agency }) => agency.name).join('; ');
    return {
      code: 'agency-unknown',
      mention,
      message: `Không có "${mention.name}" trong danh mục cơ quan.`,
      remedy: near === '' ? 'Sửa tên cho đúng danh mục.' : `Có phải là: ${near}?`,
    };
  }
  if (match.kind === 'ended')
    return {
      code: 'agency-ended',
      mention,
      message: `"${mention.name}" kết thúc hoạt động sau ngày ${(match.agency.validTo ?? '').split('-').reverse().join('/')}.`,
      remedy:
        match.successors.length === 0
          ? 'Chọn cơ quan kế thừa.'
          : `Giao cho: ${match.successors.map(({ name }) => name).join('; ')}.`,
    };
  if (match.kind === 'renamed')
    return {
      code: 'agency-ended',
      mention,
      message:
        match.lastDay === null
          ? `"${mention.name}" là tên gọi về sau của cơ quan.`
          : `"${mention.name}" là tên gọi đến hết ngày ${match.lastDay.split('-').reverse().join('/')}.`,
      remedy: `Ghi tên vào ngày này: ${namesOn(match.agency, day)[0]?.name ?? match.agency.name}.`,
    };
  if (match.kind === 'group' && match.members.length === 0)
    return {
      code: 'group-empty',
      mention,
      message: `Danh mục chưa có cơ quan nào thuộc nhóm "${mention.name}" vào ngày này.`,
      remedy: 'Bổ sung danh mục cơ quan, hoặc giao cho cơ quan khác.',
    };
  return undefined;
}
