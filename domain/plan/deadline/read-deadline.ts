import type { Deadline } from './deadline.ts';

/** When the phrase says the work is due. `planYear` is used only where the phrase names no year of its own. */
export function readDeadline(_text: string, _planYear?: number): Deadline {
  return { kind: 'none' };
}
