import type { EvidenceFilter } from '#contract/evidence.ts';

/** What the page shows, as its address keeps it. */
export interface EvidenceView {
  readonly text?: string | undefined;
  readonly agency?: string | undefined;
  readonly type?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly validity?: string | undefined;
}

export const EVIDENCE_VIEW = [
  'text',
  'agency',
  'type',
  'from',
  'to',
  'validity',
] as const satisfies readonly (keyof EvidenceView)[];

/** The filter the server is asked with; a word that is none of those it knows is left out. */
export function filterOf({ text, agency, type, from, to, validity }: EvidenceView): EvidenceFilter {
  return {
    ...(text === undefined ? {} : { text }),
    ...(agency === undefined ? {} : { agencyId: agency }),
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(validity === 'ended' || validity === 'ends-soon' ? { validity } : {}),
  };
}
