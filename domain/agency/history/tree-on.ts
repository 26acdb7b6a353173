import type { AgencyLevel } from '../agency-phrase.ts';
import { type AgencyLife, type AgencyLives, holdsOn, nameOn, parentOn } from './agency-life.ts';

export interface TreeNode {
  readonly life: AgencyLife;
  readonly name: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly childIds: readonly string[];
}

const LEVELS: readonly AgencyLevel[] = ['central', 'province', 'district', 'commune', 'village'];

/** The agencies of a day as a tree, each after its parent: by level, then in Vietnamese order of names. */
export function treeOn(lives: AgencyLives, day: string): readonly TreeNode[] {
  const children = childrenByParent(lives, day);
  const nodes: TreeNode[] = [];
  const visit = (life: AgencyLife, parentId: string | null, depth: number) => {
    const below = children.get(life.id) ?? [];
    nodes.push({ life, name: nameOn(life, day), parentId, depth, childIds: below.map(({ id }) => id) });
    for (const child of below) visit(child, life.id, depth + 1);
  };
  for (const root of children.get(null) ?? []) visit(root, null, 0);
  return nodes;
}

/** Agencies directly below each, on a day. */
function childrenByParent(
  lives: AgencyLives,
  day: string,
): ReadonlyMap<string | null, readonly AgencyLife[]> {
  const living = [...lives.values()]
    .filter((life) => holdsOn(life, day))
    .map((life) => ({ life, name: nameOn(life, day) }));
  living.sort(
    (a, b) =>
      LEVELS.indexOf(a.life.level) - LEVELS.indexOf(b.life.level) || a.name.localeCompare(b.name, 'vi'),
  );
  return Map.groupBy(
    living.map(({ life }) => life),
    (life) => parentOn(life, day),
  );
}

/** The agency itself and all below it on a day. */
export function subtreeOf(lives: AgencyLives, agencyId: string, day: string): readonly string[] {
  const children = childrenByParent(lives, day);
  const found = [agencyId];
  for (const id of found) found.push(...(children.get(id) ?? []).map((child) => child.id));
  return found;
}

/** From the root down to the parent of an agency, on a day. */
export function pathTo(lives: AgencyLives, agencyId: string, day: string): readonly string[] {
  const path: string[] = [];
  const above = (id: string) => {
    const life = lives.get(id);
    return life === undefined ? null : parentOn(life, day);
  };
  for (let up = above(agencyId); up !== null && !path.includes(up); up = above(up)) path.unshift(up);
  return path;
}
