/** A due item that waits: for another item, for an agency, or for somebody outside. Days are ISO dates. */
export interface WaitingItem {
  readonly dueItemId: string;
  readonly taskId: string;
  readonly agencyId: string;
  readonly words: string;
  readonly since: string;
  readonly waitsForAgencyId: string | null;
  readonly waitsForItemId: string | null;
}

export interface WaitStep {
  readonly dueItemId: string | null;
  readonly agencyId: string | null;
  /** Why and since when this one waits; null for the last, who waits for nobody. */
  readonly words: string | null;
  readonly since: string | null;
}

/** Who waits for whom, from the first who nobody waits for to the last who can act. */
export interface WaitChain {
  readonly steps: readonly WaitStep[];
  /** The last waits for one of those before: nobody will move unless the owner steps in. */
  readonly isCircle: boolean;
}

/**
 * Every chain of waiting. An item that waits for an agency, without naming its work, goes on with what that agency
 * waits for in the same task.
 */
export function findChains(items: readonly WaitingItem[]): readonly WaitChain[] {
  const byId = new Map(items.map((item) => [item.dueItemId, item]));
  const byAgency = Map.groupBy(items, (item) => partKey(item.taskId, item.agencyId));
  const nextOf = (item: WaitingItem): WaitingItem | undefined => {
    if (item.waitsForItemId !== null) return byId.get(item.waitsForItemId);
    if (item.waitsForAgencyId === null) return undefined;
    return byAgency.get(partKey(item.taskId, item.waitsForAgencyId))?.find((other) => other !== item);
  };
  const awaited = new Set(items.map((item) => nextOf(item)?.dueItemId));
  const told = new Set<string>();
  const chains: WaitChain[] = [];
  const tell = (first: WaitingItem) => {
    const steps: WaitStep[] = [];
    const passed = new Set<string>();
    let at: WaitingItem | undefined = first;
    let last = first;
    while (at !== undefined && !passed.has(at.dueItemId)) {
      passed.add(at.dueItemId);
      told.add(at.dueItemId);
      steps.push({ dueItemId: at.dueItemId, agencyId: at.agencyId, words: at.words, since: at.since });
      last = at;
      at = nextOf(at);
    }
    const isCircle = at !== undefined;
    if (!isCircle && (last.waitsForAgencyId !== null || last.waitsForItemId !== null))
      steps.push({
        dueItemId: last.waitsForItemId,
        agencyId: last.waitsForAgencyId,
        words: null,
        since: null,
      });
    chains.push({ steps, isCircle });
  };
  for (const item of items) if (!awaited.has(item.dueItemId)) tell(item);
  // What is left waits only among itself.
  for (const item of items) if (!told.has(item.dueItemId)) tell(item);
  return chains.toSorted((a, b) => (a.steps[0]?.since ?? '').localeCompare(b.steps[0]?.since ?? ''));
}

function partKey(taskId: string, agencyId: string): string {
  return `${taskId} ${agencyId}`;
}
