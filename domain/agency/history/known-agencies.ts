import type { Agency } from '../agency.ts';
import type { AgencyEvent } from './agency-event.ts';
import type { AgencyLives } from './agency-life.ts';

/** The agencies of a province as of one revision of their events. */
export interface KnownAgencies {
  readonly revision: number;
  readonly events: readonly AgencyEvent[];
  readonly lives: AgencyLives;
  /** What names in documents are matched with. */
  readonly directory: readonly Agency[];
}
