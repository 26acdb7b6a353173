import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';

/** One accountable act in words and values. Who, acting for which agency, when and from where come from `deps`. */
export interface AuditWords {
  /** What was done: "plan.confirm", "post.give" … (domain/audit names them). */
  readonly act: string;
  /** The thing it was done to, with the name it had then. */
  readonly subject: { readonly kind: string; readonly id: string; readonly words: string };
  /** Old and new values, as plain JSON; left out where there are none. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Why, in the words of whoever did it. */
  readonly reason?: string;
}

/** Appends to the audit of the province, in the transaction of the act itself: either both stay or neither. */
export async function appendAudit(_tx: Tx, _deps: Deps, _words: AuditWords): Promise<void> {}
