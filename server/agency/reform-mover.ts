import type { OwnerChoices } from '#domain/agency/reform/new-owner.ts';
import type { ReformEffects } from '#domain/agency/reform/reform-effects.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';

/** One thing (or several alike) of an ended agency that a reform takes elsewhere. */
export interface MovedItem {
  /** Unique within its mover; with the mover's name the key of a choice. */
  readonly id: string;
  /** The agency that ends. */
  readonly agencyId: string;
  /** What it is, for people: "I.1 Rà soát văn bản (chủ trì)". */
  readonly words: string;
  /** The day it bears (a deadline, a first day in a post), where it bears one. */
  readonly day: string | null;
  /** How many records stand behind it. */
  readonly count: number;
  /** Whether it bears a day on or after the reform although its agency had ended by then. */
  readonly later: boolean;
  /** False for what follows from the events alone, such as figures that are added up. */
  readonly choosable: boolean;
  /** What becomes of it where that is not simply a new owner, e.g. why a series is no longer comparable. */
  readonly note: string | null;
}

export interface ReformAtWork {
  readonly reformId: string;
  readonly effects: ReformEffects;
}

/**
 * Takes what one noun holds of ended agencies to those that go on with it. Nouns to the right of agency give theirs
 * to the reforms where the product is put together; they run in that order, in the transaction of the reform, and
 * are undone in the opposite order.
 */
export interface ReformMover {
  /** Kebab-case; keeps its items apart from those of other movers. */
  readonly name: string;
  /** In Vietnamese, what it moves: "Phần việc". */
  readonly words: string;
  /** Everything it would move. Reads only; the founded agencies are not in the database yet. */
  readonly preview: (tx: Tx, deps: Deps, work: ReformAtWork) => Promise<readonly MovedItem[]>;
  /** Moves it. Answers whatever is needed to put it back, as plain JSON. Every choosable item has an owner by then. */
  readonly apply: (tx: Tx, deps: Deps, work: ReformAtWork, choices: OwnerChoices) => Promise<unknown>;
  /** What was done since to what it moved, each in words; while there is any, the reform is not reversed. */
  readonly listLater: (tx: Tx, deps: Deps, work: ReformAtWork, moved: unknown) => Promise<readonly string[]>;
  /** Puts everything back as it stood; `moved` is what `apply` answered. */
  readonly reverse: (tx: Tx, deps: Deps, work: ReformAtWork, moved: unknown) => Promise<void>;
}
