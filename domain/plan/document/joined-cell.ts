import type { Place } from './source.ts';

export interface JoinedCell {
  readonly text: string;
  readonly places: readonly Place[];
  /** The words as they stood, each once: what the receipt counts. */
  readonly parts: readonly string[];
  /** True where the cell reaches over several rows and began in one above. */
  readonly hanging: boolean;
}
