import {
  type AgencyLife,
  type DatedName,
  holdsOn,
  nameOn,
  parentOn,
} from '#domain/agency/history/agency-life.ts';
import { fold } from '#domain/kernel/text.ts';
import { type Deps, inScope } from '../deps.ts';
import { codesOn } from './agency.present.ts';
import { loadAgencies } from './load-agencies.ts';

interface Asked {
  /** Only those that exist on that day, with the names of that day; left out, every agency there ever was. */
  readonly on?: string | undefined;
  /** Words without tone marks or in any spelling, each somewhere in one of its names of any time. */
  readonly search?: string | undefined;
}

const FOREVER = '9999-12-31';

export async function listAgencies(deps: Deps, { on, search = '' }: Asked) {
  const { lives } = await inScope(deps, (tx) => loadAgencies(tx, deps));
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  return [...lives.values()]
    .filter((life) => on === undefined || holdsOn(life, on))
    .flatMap((life) => {
      const met = meet(life, words);
      return met === undefined ? [] : [presentLife(life, on, met)];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** The name that has all the words, the latest first; a code counts as a word. */
function meet({ names, codes }: AgencyLife, words: readonly string[]): DatedName | undefined {
  const coded = codes.map(({ code }) => fold(code));
  return names.findLast(({ name, shortNames }) => {
    const folded = fold([name, ...shortNames].join(' '));
    return words.every((word) => folded.includes(word) || coded.includes(word));
  });
}

function presentLife(life: AgencyLife, on: string | undefined, met: DatedName) {
  const day = on ?? life.validTo ?? FOREVER;
  const name = nameOn(life, day);
  return {
    id: life.id,
    name,
    shortNames: [...(life.names.find((held) => held.name === name)?.shortNames ?? [])],
    found: met.name === name ? null : met.name,
    level: life.level,
    kind: life.kind,
    parentId: parentOn(life, day),
    codes: codesOn(life, day),
    validFrom: life.validFrom,
    validTo: life.validTo,
    verified: life.verified,
    source: life.source,
  };
}
