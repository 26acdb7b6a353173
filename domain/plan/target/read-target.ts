import type { Target } from './target.ts';

export interface TargetPhrase {
  readonly text: string;
  readonly subject?: string;
  readonly unit?: string;
}

/** The measurable promises of a phrase, in order; empty where it promises nothing measurable. */
export function readTargets(_phrase: TargetPhrase): readonly Target[] {
  return [];
}
