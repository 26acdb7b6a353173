import type { AuditFilter } from '#contract/audit.ts';

/** What the page shows, as its address keeps it. */
export interface AuditView {
  readonly text?: string | undefined;
  readonly act?: string | undefined;
  readonly person?: string | undefined;
  readonly agency?: string | undefined;
  /** One thing followed: its kind and id. */
  readonly kind?: string | undefined;
  readonly thing?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The entry that is opened. */
  readonly entry?: string | undefined;
}

export const AUDIT_VIEW = [
  'text',
  'act',
  'person',
  'agency',
  'kind',
  'thing',
  'from',
  'to',
  'entry',
] as const satisfies readonly (keyof AuditView)[];

/** The filter the server is asked with. */
export function filterOf({ text, act, person, agency, kind, thing, from, to }: AuditView): AuditFilter {
  return dropMissing({
    text,
    act,
    personId: person,
    agencyId: agency,
    subjectKind: kind,
    subjectId: thing,
    from,
    to,
  });
}

function dropMissing(
  filter: { readonly [name in keyof AuditFilter]: AuditFilter[name] | undefined },
): AuditFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  );
}

export function isFiltered(view: AuditView): boolean {
  return Object.keys(filterOf(view)).length > 0;
}

/** The address of an export of what is shown. */
export function exportAddress(path: string, view: AuditView): string {
  const words = new URLSearchParams(filterOf(view) as Record<string, string>).toString();
  return words === '' ? path : `${path}?${words}`;
}
