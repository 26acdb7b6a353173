import type { HeldPost } from './post.ts';

/** Who is signed in, with every post they may act in today. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly HeldPost[];
}

/** How far a person sees: all of the province, some agencies, or nothing. */
export interface Reach {
  readonly figures: 'province' | 'agency' | 'none';
  readonly people: 'province' | 'agency' | 'none';
  readonly agencyIds: readonly string[];
}

const FIGURES_OF_PROVINCE = new Set(['owner', 'leader', 'verifier', 'inspector', 'auditor']);
const PEOPLE_OF_PROVINCE = new Set(['owner', 'leader', 'auditor', 'administrator']);

/**
 * What row-level security lets through for a person: the union of their posts. Figures are whatever is said of the
 * work; an administrator sees people and none of it.
 */
export function reachOf({ posts }: Pick<Actor, 'posts'>): Reach {
  const working = posts.filter(({ role }) => role !== 'administrator');
  return {
    figures: posts.some(({ role }) => FIGURES_OF_PROVINCE.has(role))
      ? 'province'
      : working.length > 0
        ? 'agency'
        : 'none',
    people: posts.some(({ role }) => PEOPLE_OF_PROVINCE.has(role))
      ? 'province'
      : working.length > 0
        ? 'agency'
        : 'none',
    agencyIds: [...new Set(working.flatMap(({ agencyIds }) => agencyIds))].sort(),
  };
}
