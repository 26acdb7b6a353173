import type { Agency } from '#domain/agency/agency.ts';
import { directoryOf } from '#domain/agency/history/directory-of.ts';
import { foldEvents } from '#domain/agency/history/fold-events.ts';
import type { KnownAgencies } from '#domain/agency/history/known-agencies.ts';
import type { Tx } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import { findRevision, listEvents } from './agency-history.store.ts';

/**
 * The agencies as the transaction sees them. They are folded again only when their revision moved, so every process
 * follows a reform with its next request, whichever process applied it.
 */
export async function loadAgencies(tx: Tx, { agencies }: Pick<BaseDeps, 'agencies'>): Promise<KnownAgencies> {
  const revision = await findRevision(tx);
  if (agencies.held?.revision === revision) return agencies.held;
  const known = foldKnown(revision, await listEvents(tx));
  // An older copy is of a transaction that began earlier; the newer one is worth keeping.
  if (agencies.held === undefined || agencies.held.revision < revision) agencies.held = known;
  return known;
}

export async function loadDirectory(tx: Tx, deps: Pick<BaseDeps, 'agencies'>): Promise<readonly Agency[]> {
  return (await loadAgencies(tx, deps)).directory;
}

function foldKnown(revision: number, events: KnownAgencies['events']): KnownAgencies {
  const lives = foldEvents(events);
  // Only events that fold are ever stored.
  if (!lives.ok) throw new Error(`stored events of agencies do not fold: ${JSON.stringify(lives.refusals)}`);
  return { revision, events, lives: lives.value, directory: directoryOf(lives.value) };
}
