import type { AgencyEvent } from '../history/agency-event.ts';
import type { AgencyLives } from '../history/agency-life.ts';

/** An agency that ends by a reform, and into which agencies it passes. */
export interface EndedAgency {
  readonly agencyId: string;
  readonly name: string;
  readonly level: string;
  /** First day without it; its own last day is the one before. */
  readonly on: string;
  readonly eventId: string;
  readonly heirIds: readonly string[];
}

/** What a set of events does to the agencies: their lives without and with it, and who ends. */
export interface ReformEffects {
  readonly events: readonly AgencyEvent[];
  readonly before: AgencyLives;
  readonly after: AgencyLives;
  readonly ended: readonly EndedAgency[];
  readonly foundedIds: readonly string[];
}
