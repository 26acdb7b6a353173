import { wholeProvince, withScope } from '../db/executor.ts';
import { inScope } from '../deps.ts';
import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { presentEntry, presentVerdict } from './audit.present.ts';
import { listAuditedPeople, listEntries, listRoots } from './audit.store.ts';
import { type AuditKey, readPublicKeys, signatureChecker } from './audit-key.ts';
import { checkAudit } from './check-audit.ts';
import { getEntry } from './get-entry.ts';

export function auditRoutes({ keyId, publicKey }: AuditKey) {
  const checkSignature = signatureChecker(readPublicKeys(publicKey));
  return {
    list: os.audit.list
      .use(may('audit.read'))
      .handler(async ({ input: { before, limit, ...filter }, context: { deps } }) => {
        const entries = await inScope(deps, (tx) => listEntries(tx, filter, { before, limit }));
        return {
          entries: entries.map(presentEntry),
          nextBefore: entries.length < limit ? null : (entries.at(-1)?.seq ?? null),
        };
      }),
    get: os.audit.get
      .use(may('audit.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getEntry(deps, input.seq))),
    people: os.audit.people
      .use(may('audit.read'))
      .handler(({ context: { deps } }) => inScope(deps, listAuditedPeople)),
    // Whoever asks learns whether the whole chain holds, of entries they may not read too.
    verify: os.audit.verify.use(may('audit.read')).handler(async ({ context: { deps } }) => {
      const check = await withScope(deps.db, wholeProvince(deps.provinceId), (tx) =>
        checkAudit(tx, checkSignature),
      );
      return presentVerdict(check, deps.now());
    }),
    roots: os.audit.roots.use(may('audit.read')).handler(async ({ context: { deps } }) => ({
      publicKey,
      keyId,
      roots: (await inScope(deps, listRoots)).map(
        ({ provinceId: _province, lastHash: _hash, previousRoot: _root, ...root }) => root,
      ),
    })),
  };
}
