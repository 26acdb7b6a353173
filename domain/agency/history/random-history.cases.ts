import type { AgencyEvent, Founding } from './agency-event.ts';

const BASE = {
  decision: { number: null, date: null, title: null },
  source: 'thử',
  confidence: 'A',
  verified: true,
} as const;

export const founding = (id: string, parentId: string | null = null): Founding => ({
  id,
  name: `Cơ quan ${id}`,
  shortNames: [],
  level: 'commune',
  kind: 'unit',
  parentId,
  codes: [],
  groups: [],
});

type Specific<E> = E extends AgencyEvent ? Omit<E, 'decision' | 'source' | 'confidence' | 'verified'> : never;

export const event = (words: Specific<AgencyEvent>): AgencyEvent => ({ ...BASE, ...words }) as AgencyEvent;

/** What happens next, to which of those living, and after how many days. */
export interface Step {
  readonly op: number;
  readonly one: number;
  readonly other: number;
  readonly days: number;
}

/**
 * A history that can be true: each step picks among the agencies living then. All stand below one root, so whoever
 * ends leaves nobody behind.
 */
export function buildHistory(steps: readonly Step[]): readonly AgencyEvent[] {
  const events: AgencyEvent[] = [
    event({ id: 'e-root', kind: 'establish', effectiveOn: null, founding: founding('root') }),
    ...['a', 'b', 'c'].map((id) =>
      event({ id: `e-${id}`, kind: 'establish', effectiveOn: null, founding: founding(id, 'root') }),
    ),
  ];
  const living = ['a', 'b', 'c'];
  let day = Temporal.PlainDate.from('2020-01-01');
  for (const [at, step] of steps.entries()) {
    day = day.add({ days: step.days });
    const made = eventOf(step, living, { id: `e-${at}`, on: day.toString(), born: `x${at}` });
    if (made !== undefined) events.push(made);
  }
  return events;
}

function eventOf(
  { op, one, other }: Step,
  living: string[],
  { id, on, born }: { readonly id: string; readonly on: string; readonly born: string },
): AgencyEvent | undefined {
  const first = living[one % Math.max(living.length, 1)];
  const second = living[other % Math.max(living.length, 1)];
  const end = (gone: string) => living.splice(living.indexOf(gone), 1);
  const base = { id, effectiveOn: on };
  const heir = { kind: 'founded', founding: founding(born, 'root') } as const;
  if (op === 0 || first === undefined || second === undefined) {
    living.push(born);
    return event({ ...base, kind: 'establish', founding: founding(born, 'root') });
  }
  if (op === 1)
    return event({ ...base, kind: 'rename', agencyId: first, name: `Tên ${born}`, shortNames: [] });
  if (op === 2 && first !== second) {
    end(first);
    return event({
      ...base,
      kind: 'merge',
      agencyIds: [first, second],
      heir: { kind: 'held', agencyId: second },
    });
  }
  if (op === 3) {
    end(first);
    living.push(born);
    return event({ ...base, kind: 'merge', agencyIds: [first], heir });
  }
  if (op === 4) {
    living.push(born);
    return event({ ...base, kind: 'split', agencyId: first, heirs: [heir], goesOn: true });
  }
  if (op === 5 && first !== second) {
    end(first);
    return event({ ...base, kind: 'abolish', agencyId: first, successorIds: [second] });
  }
  return first === second
    ? undefined
    : event({ ...base, kind: 'transfer', fromId: first, toId: second, duty: 'một việc' });
}
