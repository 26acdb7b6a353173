import type { AgencyGap } from '#domain/agency/history/agency-gap.ts';
import type { AgencyLife, AgencyLives } from '#domain/agency/history/agency-life.ts';
import { holdsOn, nameOn } from '#domain/agency/history/agency-life.ts';
import type { TreeNode } from '#domain/agency/history/tree-on.ts';

export function presentNode({ life, name, parentId, depth, childIds }: TreeNode, day: string) {
  return {
    id: life.id,
    parentId,
    depth,
    name,
    level: life.level,
    kind: life.kind,
    codes: codesOn(life, day),
    validFrom: life.validFrom,
    validTo: life.validTo,
    verified: life.verified,
    children: childIds.length,
  };
}

export function codesOn({ codes }: AgencyLife, day: string) {
  return codes.filter((span) => holdsOn(span, day)).map(({ system, code }) => ({ system, code }));
}

export function presentGap({ agencyIds, ...gap }: AgencyGap) {
  return { ...gap, agencyIds: [...agencyIds] };
}

/** An id with the name it had on a day. */
export function namer(lives: AgencyLives, day: string): (id: string) => { id: string; name: string } {
  return (id) => {
    const life = lives.get(id);
    return { id, name: life === undefined ? id : nameOn(life, day) };
  };
}
