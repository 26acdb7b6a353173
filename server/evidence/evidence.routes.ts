import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { claimEvidence } from './claim-evidence.ts';
import { correctFacts } from './correct-facts.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { finishUpload } from './finish-upload.ts';
import { getEvidence, getPreview } from './get-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import { searchEvidence } from './search-evidence.ts';
import { getUpload, startUpload } from './start-upload.ts';
import { withdrawClaim } from './withdraw-claim.ts';

export function evidenceRoutes(parts: EvidenceParts) {
  return {
    list: os.evidence.list
      .use(may('evidence.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await listEvidence(deps, parts, input))),
    search: os.evidence.search
      .use(may('evidence.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await searchEvidence(deps, input))),
    get: os.evidence.get
      .use(may('evidence.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getEvidence(deps, input.evidenceId))),
    preview: os.evidence.preview
      .use(may('evidence.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getPreview(deps, input))),
    startUpload: os.evidence.startUpload
      .use(may('evidence.attach'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await startUpload(deps, parts, input))),
    getUpload: os.evidence.getUpload
      .use(may('evidence.attach'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getUpload(deps, input.uploadId))),
    finishUpload: os.evidence.finishUpload
      .use(may('evidence.attach'))
      .handler(async ({ input, context: { deps } }) =>
        orRefuse(await finishUpload(deps, parts, input.uploadId)),
      ),
    correct: os.evidence.correct
      .use(may('evidence.correct'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await correctFacts(deps, input))),
    claim: os.evidence.claim
      .use(may('evidence.attach'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await claimEvidence(deps, input))),
    withdraw: os.evidence.withdraw
      .use(may('evidence.withdraw'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await withdrawClaim(deps, input))),
  };
}
