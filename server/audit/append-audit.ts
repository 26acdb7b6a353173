import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import { canonicalInstant, chainEntry, plainText, plainValue } from '#domain/audit/canonical.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';
import { insertEntry, lockHead } from './audit.store.ts';
import { sha256 } from './sha256.ts';

/** One accountable act in words and values. Who, acting for which agency, when and from where come from `deps`. */
export interface AuditWords {
  /** What was done: "import.confirm", "post.give" … (domain/audit/audit-words.ts says them). */
  readonly act: string;
  /** The thing it was done to, with the name it had then. */
  readonly subject: { readonly kind: string; readonly id: string; readonly words: string };
  /** Old and new values, as plain JSON; left out where there are none. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Why, in the words of whoever did it. */
  readonly reason?: string;
}

/**
 * Appends to the audit of the province, in the transaction of the act itself: either both stay or neither. The end
 * of the chain is locked until the transaction ends, so this comes last in it.
 */
export async function appendAudit(tx: Tx, deps: Deps, words: AuditWords): Promise<void> {
  const occurredAt = deps.now();
  const head = await lockHead(tx, deps.provinceId, occurredAt);
  // Asked again: whoever held the lock may have been slow, and the chain's times never go back.
  const now = deps.now();
  const recordedAt = Temporal.Instant.compare(now, head.notBefore) < 0 ? head.notBefore : now;
  await insertEntry(
    tx,
    chainEntry(
      {
        provinceId: deps.provinceId,
        seq: head.seq + 1,
        id: deps.newId(),
        occurredAt: canonicalInstant(occurredAt),
        recordedAt: canonicalInstant(recordedAt),
        ...whoActs(deps),
        act: words.act,
        subjectKind: words.subject.kind,
        subjectId: plainText(words.subject.id),
        subjectWords: plainText(words.subject.words),
        before: plainValue(words.before),
        after: plainValue(words.after),
        reason: words.reason === undefined ? null : plainText(words.reason),
        previousHash: head.hash,
      },
      sha256,
    ),
  );
}

type Who = Pick<
  AuditEntry,
  | 'personId'
  | 'personName'
  | 'agencyId'
  | 'agencyName'
  | 'postId'
  | 'postTitle'
  | 'role'
  | 'onBehalfOf'
  | 'onBehalfOfName'
  | 'session'
  | 'address'
>;

function whoActs({ acting: { actor, post, sessionId, address } }: Deps): Who {
  return {
    personId: actor?.personId ?? null,
    personName: plainText(actor?.name ?? (address === null ? 'Hệ thống' : 'Người chưa đăng nhập')),
    agencyId: post?.agencyId ?? null,
    agencyName: post === null ? null : plainText(post.agencyName),
    postId: post?.postId ?? null,
    postTitle: post === null ? null : plainText(post.title),
    role: post?.role ?? null,
    onBehalfOf: post?.onBehalfOf?.personId ?? null,
    onBehalfOfName: post?.onBehalfOf == null ? null : plainText(post.onBehalfOf.name),
    session: sessionId === null ? null : sha256(sessionId).slice(0, 32),
    address: address === null ? null : plainText(address),
  };
}
