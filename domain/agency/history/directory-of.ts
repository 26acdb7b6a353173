import type { Agency } from '../agency.ts';
import type { AgencyLife, AgencyLives } from './agency-life.ts';

/** The agencies as names in documents are matched with them, in Vietnamese order. */
export function directoryOf(lives: AgencyLives): readonly Agency[] {
  return [...lives.values()].map(agencyOf).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function agencyOf({ names, successors, ...life }: AgencyLife): Agency {
  const latest = names.at(-1);
  const former = names.slice(0, -1);
  return {
    id: life.id,
    name: latest?.name ?? life.id,
    shortNames: latest?.shortNames ?? [],
    level: life.level,
    kind: life.kind,
    validFrom: life.validFrom,
    validTo: life.validTo,
    ...(former.length === 0 ? {} : { formerNames: former, namedSince: latest?.validFrom ?? null }),
    successors: life.validTo === null ? [] : [...new Set(successors.map(({ agencyId }) => agencyId))],
    verified: life.verified,
    source: life.source,
  };
}
