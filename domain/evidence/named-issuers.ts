import { readAgencies } from '../agency/read-agencies.ts';

/** Agencies a product names as its issuer: "Quyết định của UBND tỉnh", "Kế hoạch của Sở Nội vụ". */
export function listNamedIssuers(deliverables: readonly string[]): readonly string[] {
  return deliverables.flatMap((words) =>
    [...words.normalize('NFC').matchAll(/(?:^|\s)của\s+([^;.,()\n]+)/giu)].flatMap(([, after = '']) =>
      readAgencies(after)
        .filter(({ kind }) => kind === 'single')
        .map(({ canonical, name }) => canonical ?? name),
    ),
  );
}
