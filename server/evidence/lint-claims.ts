import type { Evidence } from '#contract/evidence.ts';
import type { Agency } from '#domain/agency/agency.ts';
import { listAskedTypes } from '#domain/evidence/document-type.ts';
import { areExclusive } from '#domain/evidence/exclusive-claims.ts';
import { estimateLikeness } from '#domain/evidence/fingerprint.ts';
import {
  type AskedEvidence,
  type EvidenceFinding,
  lintEvidence,
  type SameFile,
  type Twin,
} from '#domain/evidence/lint-evidence.ts';
import { listNamedIssuers } from '#domain/evidence/named-issuers.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { type Tx, wholeProvince, withScope } from '../db/executor.ts';
import { type Deps, todayOf } from '../deps.ts';
import { type ClaimRecord, listClaimsOfFiles, listLike } from './claim.store.ts';
import { valuesOf } from './evidence.present.ts';
import { findIssuer } from './refold-evidence.ts';

export interface ShownClaim {
  readonly record: ClaimRecord;
  readonly evidence: Evidence;
}

/** What a reviewer would object to in each of these, by the identifier of the claim. */
export async function lintClaims(
  tx: Tx,
  deps: Deps,
  claims: readonly ShownClaim[],
): Promise<ReadonlyMap<string, readonly EvidenceFinding[]>> {
  const directory = await loadDirectory(tx, deps);
  const reuse = await loadReuse(deps, claims);
  return new Map(
    claims.map(({ record, evidence }) => [
      record.claim_id,
      lintEvidence({
        asked: describeAsked(record, directory, todayOf(deps)),
        evidence: {
          kind: record.kind,
          reading: evidence.reading,
          facts: valuesOf(evidence),
          issuerId: record.issuer_id,
          isDraft: record.is_draft === true,
          picture: record.picture,
        },
        today: todayOf(deps),
        sameFiles: reuse.sameFiles(record),
        twins: reuse.twins(record),
      }),
    ]),
  );
}

function describeAsked(record: ClaimRecord, directory: readonly Agency[], today: string): AskedEvidence {
  const named = listNamedIssuers(record.deliverables);
  const own = directory.find(({ id }) => id === record.item_agency_id);
  // What an agency took over was issued by those that became it.
  const before = directory.filter(({ successors }) => successors.includes(record.item_agency_id));
  return {
    types: listAskedTypes(record.deliverables),
    agencyName: own?.name ?? record.agency_name,
    issuerIds: [
      record.item_agency_id,
      ...before.map(({ id }) => id),
      ...named.flatMap((name) => findIssuer(name, directory, record.due_on ?? today) ?? []),
    ],
    issuerNames: [record.agency_name, ...(own === undefined ? [] : [own.name, ...own.shortNames]), ...named],
    isPeriod: record.item_kind === 'period',
    startsOn: record.starts_on,
    dueOn: record.due_on,
  };
}

/**
 * The same file and the same words elsewhere are looked for in the whole province; whose they are is told only to
 * those who may see that agency's work.
 */
async function loadReuse(deps: Deps, claims: readonly ShownClaim[]) {
  const files = [...new Set(claims.map(({ record }) => record.sha256))];
  if (files.length === 0) return { sameFiles: () => [], twins: () => [] };
  const sees = (agencyId: string) =>
    deps.scope.figures === 'province' || deps.scope.agencyIds.includes(agencyId);
  const [others, like] = await withScope(deps.db, wholeProvince(deps.provinceId), async (tx) => [
    await listClaimsOfFiles(tx, files),
    await listLike(tx, files),
  ]);
  return {
    sameFiles: (record: ClaimRecord): readonly SameFile[] =>
      others
        .filter(
          (other) =>
            other.sha256 === record.sha256 &&
            areExclusive(
              { dueItemId: record.due_item_id, taskId: record.task_id, agencyId: record.item_agency_id },
              { dueItemId: other.due_item_id, taskId: other.task_id, agencyId: other.agency_id },
            ),
        )
        .map((other) => ({
          agencyName: sees(other.agency_id) ? other.agency_name : null,
          taskName: other.task_name,
          label: other.label,
          isSameAgency: other.agency_id === record.item_agency_id,
          isSameTask: other.task_id === record.task_id,
        })),
    twins: (record: ClaimRecord): readonly Twin[] =>
      like
        .filter(({ sha256, agency_id }) => sha256 === record.sha256 && agency_id !== record.agency_id)
        .map(({ agency_id, agency_name, own, fingerprint }) => ({
          agencyName: sees(agency_id) ? agency_name : null,
          likeness: estimateLikeness(own, fingerprint),
        })),
  };
}
