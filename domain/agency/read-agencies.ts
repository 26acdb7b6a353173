import type { AgencyMention } from './agency-phrase.ts';

/** The agencies and groups a phrase names, in order; empty where it names none. */
export function readAgencies(_text: string): readonly AgencyMention[] {
  return [];
}
