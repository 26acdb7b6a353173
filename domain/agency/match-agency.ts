import { fold } from '../kernel/text.ts';
import { type Agency, existsOn } from './agency.ts';
import { findGroupMembers } from './agency-group.ts';
import type { AgencyMention } from './agency-phrase.ts';
import { spellOut } from './spell-out.ts';

/** What a name in a document stands for on a day. Never a guess: an unknown name comes with its nearest candidates. */
export type AgencyMatch =
  | { readonly kind: 'single'; readonly agency: Agency }
  | { readonly kind: 'group'; readonly members: readonly Agency[] }
  | { readonly kind: 'ended'; readonly agency: Agency; readonly successors: readonly Agency[] }
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
  const named = directory.filter((agency) =>
    [agency.name, ...agency.shortNames].some((name) => comparable(name) === wanted),
  );
  const living = named.find((agency) => existsOn(agency, day));
  if (living !== undefined) return { kind: 'single', agency: living };
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

/** Names are the same whatever their case, tone placement, short forms, dashes, or the word "tỉnh" at the end. */
function comparable(name: string): string {
  return fold(spellOut(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/ (?:cua )?tinh(?: lang son)?$| lang son$/, '')
    .replace(/\bva\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
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
