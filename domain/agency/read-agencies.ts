import type { AgencyMention } from './agency-phrase.ts';
import { readList } from './phrase/read-list.ts';
import { tokenizePhrase } from './phrase/tokenize-phrase.ts';

/** The agencies and groups a phrase names, in order; empty where it names none. */
export function readAgencies(text: string): readonly AgencyMention[] {
  return readList(tokenizePhrase(text));
}
