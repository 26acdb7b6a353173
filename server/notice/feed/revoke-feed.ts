import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { actorId, type Deps, inScope } from '../../deps.ts';
import { revokeFeedRow } from './feed.store.ts';

/** Ends a link of one's own; whoever has it reads nothing by it any more. */
export function revokeFeed(deps: Deps, feedId: string): Promise<Result<{ readonly done: true }>> {
  return inScope(deps, async (tx) => {
    const at = deps.now().toString();
    if (!(await revokeFeedRow(tx, { id: feedId, personId: actorId(deps) ?? '', at })))
      return refuse(refusal('not-found', { what: 'đường dẫn này' }));
    await appendAudit(tx, deps, {
      act: 'feed.revoke',
      subject: { kind: 'feed', id: feedId, words: 'đường dẫn lịch' },
    });
    return accept({ done: true });
  });
}
