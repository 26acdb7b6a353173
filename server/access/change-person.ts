import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { findPerson, type PersonRecord, updatePerson } from './people.store.ts';
import type { SignInDeps } from './sign-in-deps.ts';

type Done = Result<{ done: true }>;
const DONE = accept({ done: true as const });

/** Corrects how a person is reached; the name others see beside what they did is for an administrator to change. */
export function changePerson(
  deps: Deps,
  {
    personId,
    name,
    phone,
  }: { readonly personId: string; readonly name: string; readonly phone: string | null },
): Promise<Done> {
  return inScope(deps, async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    const may = deps.decide(name === person.name ? 'person.update' : 'person.rename', { personId });
    if (!may.ok) return may;
    await updatePerson(tx, personId, { name, phone });
    await appendAudit(tx, may.value, {
      act: 'person.update',
      subject: { kind: 'person', id: personId, words: person.name },
      before: { name: person.name, phone: person.phone },
      after: { name, phone },
    });
    return DONE;
  });
}

interface Lock {
  readonly personId: string;
  readonly reason: string;
}

/** Locks a person out at once: no sign-in, no session. What they did stays. */
export async function disablePerson(
  signIn: SignInDeps,
  deps: Deps,
  { personId, reason }: Lock,
): Promise<Done> {
  const may = deps.decide('person.disable', { personId });
  if (!may.ok) return may;
  const disabled = await inScope(deps, async (tx): Promise<Result<PersonRecord>> => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    if (person.disabled_at !== null) return refuse(refusal('person-disabled-already', { name: person.name }));
    await updatePerson(tx, personId, { disabled_at: deps.now().toString() });
    await appendAudit(tx, may.value, {
      act: 'person.disable',
      subject: { kind: 'person', id: personId, words: person.name },
      reason,
    });
    return accept(person);
  });
  if (!disabled.ok) return disabled;
  await deleteSessions(signIn, disabled.value.user_id);
  return DONE;
}

export async function enablePerson(deps: Deps, { personId, reason }: Lock): Promise<Done> {
  const may = deps.decide('person.disable', { personId });
  if (!may.ok) return may;
  return inScope(deps, async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    if (person.disabled_at === null) return refuse(refusal('person-enabled-already', { name: person.name }));
    await updatePerson(tx, personId, { disabled_at: null });
    await appendAudit(tx, may.value, {
      act: 'person.enable',
      subject: { kind: 'person', id: personId, words: person.name },
      reason,
    });
    return DONE;
  });
}

/** Ends every session of a person, wherever they are signed in. */
export async function endPersonSessions(
  signIn: SignInDeps,
  deps: Deps,
  personId: string,
): Promise<Result<{ ended: number }>> {
  const person = await inScope(deps, async (tx) => {
    const found = await findPerson(tx, personId);
    if (found !== undefined)
      await appendAudit(tx, deps, {
        act: 'person.end-sessions',
        subject: { kind: 'person', id: personId, words: found.name },
      });
    return found;
  });
  if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
  return accept({ ended: await deleteSessions(signIn, person.user_id) });
}

async function deleteSessions({ authentication }: SignInDeps, userId: string | null): Promise<number> {
  if (userId === null) return 0;
  const { internalAdapter } = await authentication.$context;
  const sessions = await internalAdapter.listSessions(userId);
  await internalAdapter.deleteUserSessions(userId);
  return sessions.length;
}
