import { existsOn } from '#domain/agency/agency.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { inScope, systemDeps, todayOf } from '../deps.ts';
import type { Asked } from '../guard.ts';
import { createAccount } from './create-account.ts';
import { judgeChosen } from './judge-chosen.ts';
import { createLink, findLink, spendLink } from './one-time-link.ts';
import type { SignInDeps } from './sign-in-deps.ts';

const SETUP_HOURS = 24;

/** Whether nobody can sign in yet. People of a demonstration do not count. */
export async function needsSetup({ base }: SignInDeps): Promise<boolean> {
  const held = await inScope(systemDeps(base), (tx) =>
    tx
      .selectFrom('person')
      .select('id')
      .where('user_id', 'is not', null)
      .where('demo', '=', false)
      .limit(1)
      .execute(),
  );
  return held.length === 0;
}

/** A link by which the first administrator is created; each start that still needs one makes a new one. */
export function createSetupLink({ authDb, base }: SignInDeps): Promise<string> {
  return createLink(authDb, {
    provinceId: base.provinceId,
    kind: 'setup',
    about: null,
    now: base.now(),
    hours: SETUP_HOURS,
  });
}

export async function findSetup(deps: SignInDeps, secret: string) {
  const { authDb, base } = deps;
  const link = await findLink(authDb, { secret, kind: 'setup', now: base.now() });
  if (link === undefined || !(await needsSetup(deps))) return refuse(refusal('link-spent'));
  const today = todayOf(base);
  const system = systemDeps(base);
  const directory = await inScope(system, (tx) => loadDirectory(tx, system));
  const living = directory.filter((agency) => agency.level === 'province' && existsOn(agency, today));
  return accept({ agencies: living.map(({ id, name }) => ({ id, name })) });
}

export interface FirstAdministrator {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  readonly chosen: string;
  readonly agencyId: string;
  readonly title: string;
}

export async function completeSetup(
  deps: SignInDeps,
  asked: Asked,
  { secret, name, email, chosen, agencyId, title }: FirstAdministrator,
): Promise<Result<{ done: true }>> {
  const { authDb, base } = deps;
  const found = await findSetup(deps, secret);
  if (!found.ok) return found;
  if (!found.value.agencies.some(({ id }) => id === agencyId))
    return refuse(refusal('not-found', { what: 'cơ quan này' }));
  const judged = judgeChosen(chosen, { name, email });
  if (!judged.ok) return judged;
  const now = base.now();
  if (!(await spendLink(authDb, { secret, kind: 'setup', now }))) return refuse(refusal('link-spent'));
  const userId = await createAccount(deps, { email, name, password: chosen });
  const system = systemDeps(base);
  const personId = base.newId();
  await inScope(system, async (tx) => {
    await tx
      .insertInto('person')
      .values({
        province_id: base.provinceId,
        id: personId,
        user_id: userId,
        name,
        email: email.trim().toLowerCase(),
        recorded_at: now.toString(),
      })
      .execute();
    await tx
      .insertInto('post')
      .values({
        province_id: base.provinceId,
        id: base.newId(),
        person_id: personId,
        agency_id: agencyId,
        title,
        role: 'administrator',
        valid_from: todayOf(base),
        recorded_at: now.toString(),
      })
      .execute();
    await appendAudit(
      tx,
      { ...system, acting: { ...system.acting, address: asked.address } },
      {
        act: 'setup.complete',
        subject: { kind: 'person', id: personId, words: name },
        after: { email, agencyId, title },
      },
    );
  });
  return accept({ done: true });
}
