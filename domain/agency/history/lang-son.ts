import type { Agency } from '../agency.ts';
import history from '../data/lang-son-history.json' with { type: 'json' };
import type { AgencyEvent } from './agency-event.ts';
import type { AgencyGap } from './agency-gap.ts';
import { directoryOf } from './directory-of.ts';
import { foldEvents } from './fold-events.ts';

// What is known of the agencies of Lạng Sơn: the plan of 2024, the mergers of 01/3/2025 and the communes of
// 01/7/2025. Each event has its source; what no source says is a gap.

export const LANG_SON_EVENTS = history.events as readonly AgencyEvent[];
export const LANG_SON_GAPS: readonly AgencyGap[] = history.gaps;

export function langSonDirectory(): readonly Agency[] {
  const lives = foldEvents(LANG_SON_EVENTS);
  if (!lives.ok) throw new Error(`the events of Lạng Sơn contradict each other: ${lives.refusals[0]?.code}`);
  return directoryOf(lives.value);
}
