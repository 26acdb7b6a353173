import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Act } from '#domain/access/acts.ts';
import type { Subject } from '#domain/access/decide-access.ts';
import type { HeldPost } from '#domain/access/post.ts';
import type { KnownAgencies } from '#domain/agency/history/known-agencies.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { type Db, type Scope, type Tx, wholeProvince, withScope } from './db/executor.ts';

/** Who does an act, in which post, and from where. */
export interface Acting {
  /** Null for the system itself: a first start, a job, the command line. */
  readonly actor: Actor | null;
  /** The post that allowed the act; the agency acted for is its agency. */
  readonly post: HeldPost | null;
  readonly sessionId: string | null;
  /** Network address the request came from. */
  readonly address: string | null;
}

/** What is the same for every request; the clock and the identifiers are arguments, so that tests can fix them. */
export interface BaseDeps {
  readonly db: Db;
  readonly provinceId: string;
  /** The agencies as last loaded; read them by `loadAgencies`, which knows when they are out of date. */
  readonly agencies: { held: KnownAgencies | undefined };
  readonly now: () => Temporal.Instant;
  readonly newId: () => string;
}

/** What the acts work with: the base, and who does the act with what they may see and do. */
export interface Deps extends BaseDeps {
  readonly scope: Scope;
  readonly acting: Acting;
  /**
   * Whether whoever acts may do this to that thing. Answers with the deps acting in the post that allows it, or the
   * refusal that says why not.
   */
  readonly decide: (act: Act, subject?: Subject) => Result<Deps>;
}

/** The deps of the system itself, who may do everything in its province. */
export function systemDeps(base: BaseDeps): Deps {
  const deps: Deps = {
    ...base,
    scope: wholeProvince(base.provinceId),
    acting: { actor: null, post: null, sessionId: null, address: null },
    decide: () => accept(deps),
  };
  return deps;
}

/** UUID version 7 (RFC 9562): ordered by time, so that new rows stand together in an index. */
export function uuidV7(now: Temporal.Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.epochMilliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** One transaction that sees what the person who acts may see. */
export function inScope<T>({ db, scope }: Deps, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(db, scope, work);
}

/** The name that stands beside an act in a history. */
export function actorName({ acting: { actor, post } }: Deps): string {
  if (actor === null) return 'Hệ thống';
  const behalf = post?.onBehalfOf;
  return behalf == null ? actor.name : `${actor.name} (thay ${behalf.name})`;
}

/** Who a history says did it; null for the system itself. */
export function actorId({ acting: { actor } }: Deps): string | null {
  return actor?.personId ?? null;
}

/** The day in Vietnam, which is the day deadlines, posts and organisations go by. */
export function todayOf({ now }: Pick<BaseDeps, 'now'>): string {
  return now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
}
