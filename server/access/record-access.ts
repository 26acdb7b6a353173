import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope, systemDeps } from '../deps.ts';
import type { Asked } from '../guard.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Done by whoever stands at the door: nobody knows that it is the person whose address they gave. */
const BY_A_STRANGER = new Set(['session.refused', 'password.forget']);

/** Puts what happens at the door into the audit: who came in, who was turned away, who changed a password. */
export async function recordAccess(
  { base }: SignInDeps,
  asked: Asked,
  { act, email }: { readonly act: string; readonly email: string },
): Promise<void> {
  const system = systemDeps(base);
  await inScope(system, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .executeTakeFirst();
    const deps: Deps = {
      ...system,
      acting: {
        actor:
          person === undefined || BY_A_STRANGER.has(act)
            ? null
            : { personId: person.id, name: person.name, email: person.email, posts: [] },
        post: null,
        sessionId: null,
        address: asked.address,
      },
    };
    // An address that belongs to nobody is not written down: it may be a password typed into the wrong field.
    await appendAudit(tx, deps, {
      act,
      subject: { kind: 'person', id: person?.id ?? '', words: person?.name ?? 'Không rõ' },
    });
  });
}
