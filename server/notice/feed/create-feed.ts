import { randomBytes } from 'node:crypto';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadDirectory } from '../../agency/load-agencies.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { sha256 } from '../../audit/sha256.ts';
import { actorId, type Deps, inScope } from '../../deps.ts';
import { insertFeed } from './feed.store.ts';

/** Makes a link by which a calendar program reads deadlines; its secret is answered once and kept nowhere. */
export function createFeed(
  deps: Deps,
  { agencyId }: { readonly agencyId: string | null },
): Promise<Result<{ readonly id: string; readonly address: string }>> {
  return inScope(deps, async (tx) => {
    const personId = actorId(deps);
    if (personId === null) return refuse(refusal('sign-in-required'));
    if (agencyId !== null) {
      const agency = (await loadDirectory(tx, deps)).find(({ id }) => id === agencyId);
      if (agency === undefined) return refuse(refusal('not-found', { what: 'cơ quan này' }));
      const allowed = deps.decide('assignment.read', { agencyIds: [agencyId] });
      if (!allowed.ok) return allowed;
    }
    const secret = randomBytes(32).toString('base64url');
    const id = deps.newId();
    await insertFeed(tx, deps.provinceId, {
      id,
      personId,
      agencyId,
      digest: sha256(secret),
      at: deps.now().toString(),
    });
    await appendAudit(tx, deps, {
      act: 'feed.create',
      subject: { kind: 'feed', id, words: agencyId ?? 'việc của tôi' },
    });
    return accept({ id, address: `/lich/${secret}.ics` });
  });
}
