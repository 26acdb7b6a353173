/** One due item a file is claimed for. */
export interface ClaimedItem {
  readonly dueItemId: string;
  readonly taskId: string;
  readonly agencyId: string;
}

/**
 * Whether one file cannot well prove both: two periods of one task of an agency each need their own, and so do the
 * parts of two agencies. One decision may well prove two different tasks of an agency.
 */
export function areExclusive(a: ClaimedItem, b: ClaimedItem): boolean {
  if (a.dueItemId === b.dueItemId) return false;
  return a.agencyId !== b.agencyId || a.taskId === b.taskId;
}
