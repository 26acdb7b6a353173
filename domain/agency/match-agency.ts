import { fold } from '../kernel/text.ts';
import { type Agency, existsOn, type FormerName } from './agency.ts';
import { findGroupMembers } from './agency-group.ts';
import type { AgencyMention } from './agency-phrase.ts';
import { spellOut } from './spell-out.ts';

/** What a name in a document stands for on a day. Never a guess: an unknown name comes with its nearest candidates. */
export type AgencyMatch =
  | { readonly kind: 'single'; readonly agency: Agency }
  | { readonly kind: 'group'; readonly members: readonly Agency[] }
  | { readonly kind: 'ended'; readonly agency: Agency; readonly successors: readonly Agency[] }
  /** A name it had on other days only; the agency itself goes on. `lastDay` is null for a name yet to come. */
  | { readonly kind: 'renamed'; readonly agency: Agency; readonly lastDay: string | null }
  | {
      readonly kind: 'unknown';
      readonly candidates: readonly { readonly agency: Agency; readonly similarity: number }[];
    };

export function matchAgency(mention: AgencyMention, directory: readonly Agency[], day: string): AgencyMatch {
  if (mention.kind === 'group') {
    const members = findGroupMembers(mention.name, directory);
    return members === undefined
      ? { kind: 'unknown', candidates: [] }
      : { kind: 'group', members: members.filter((agency) => existsOn(agency, day)) };
  }
  const wanted = comparable(mention.canonical ?? mention.name);
  const bears = (named: Named) => comparablesOf(named).includes(wanted);
  const living = directory.find((agency) => existsOn(agency, day) && namesOn(agency, day).some(bears));
  if (living !== undefined) return { kind: 'single', agency: living };
  const named = directory.filter((agency) => bears(agency) || agency.formerNames?.some(bears) === true);
  const renamed = named.find((agency) => existsOn(agency, day));
  if (renamed !== undefined)
    return {
      kind: 'renamed',
      agency: renamed,
      lastDay: renamed.formerNames?.findLast(bears)?.validTo ?? null,
    };
  const ended = named.find(({ validTo }) => validTo !== null && validTo < day);
  if (ended !== undefined)
    return {
      kind: 'ended',
      agency: ended,
      successors: directory.filter(({ id }) => ended.successors.includes(id)),
    };
  return {
    kind: 'unknown',
    candidates: nearest(
      wanted,
      directory.filter((agency) => existsOn(agency, day)),
    ),
  };
}

/** The names by which an agency is known on a day: one, and its short forms. */
export function namesOn(agency: Agency, day: string): readonly Named[] {
  const former = agency.formerNames?.filter(
    ({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? ''),
  );
  return former === undefined || (agency.namedSince ?? '') <= day ? [agency] : former;
}

/** Names are the same whatever their case, tone placement, short forms, dashes, or the word "tỉnh" at the end. */
function comparable(name: string): string {
  return (
    fold(spellOut(name))
      .replace(/[^a-z0-9]+/g, ' ')
      // The committee of the province is told from any other by that very word.
      .replace(/(?<!^(?:ubnd|uy ban nhan dan)) (?:cua )?tinh(?: lang son)?$| lang son$/, '')
      .replace(/\bva\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

const LEAST_SIMILAR = 0.5;

function nearest(wanted: string, directory: readonly Agency[]): { agency: Agency; similarity: number }[] {
  return directory
    .map((agency) => ({ agency, similarity: similarity(wanted, comparable(agency.name)) }))
    .filter((candidate) => candidate.similarity >= LEAST_SIMILAR)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 3);
}

/** Share of letter pairs two names have in common, 0 to 1 (Dice). */
function similarity(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = pairs(one);
  const right = pairs(other);
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  return left.length + right.length === 0 ? 0 : (2 * common.length) / (left.length + right.length);
}

/** Every agency that bears a name on a day: communes of different districts may share one. */
export function findNamesakes(name: string, directory: readonly Agency[], day: string): readonly Agency[] {
  const wanted = comparable(name);
  return directory.filter(
    (agency) =>
      existsOn(agency, day) && namesOn(agency, day).some((named) => comparablesOf(named).includes(wanted)),
  );
}

type Named = Pick<FormerName, 'name' | 'shortNames'>;

/** Made once for each name of a directory: a table of hundreds of rows is looked up in hundreds of agencies. */
const COMPARABLES = new WeakMap<Named, readonly string[]>();

function comparablesOf(named: Named): readonly string[] {
  const held = COMPARABLES.get(named);
  if (held !== undefined) return held;
  const made = [named.name, ...named.shortNames].map(comparable);
  COMPARABLES.set(named, made);
  return made;
}
