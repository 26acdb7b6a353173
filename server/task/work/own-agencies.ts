import type { AccessRole } from '#domain/access/role.ts';
import type { Deps } from '../../deps.ts';

/** In these posts a person does the work of the agency; the others look at it. */
const DOING: readonly AccessRole[] = ['head', 'officer', 'owner'];

/** The agencies whose work is a person's own. */
export function ownAgencies(deps: Deps): readonly string[] {
  const posts = (deps.acting.actor?.posts ?? []).filter(({ role }) => DOING.includes(role));
  return [...new Set(posts.flatMap(({ agencyIds }) => agencyIds))];
}
