import type { HandoverItem, PersonDetail } from '#contract/access.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { type Deps, inScope } from '../deps.ts';
import { listDelegationsOf } from './delegation.store.ts';
import { listHandoversOf } from './handover.store.ts';
import { findNewestInvitation } from './invitation.store.ts';
import { stateOf } from './people.present.ts';
import { findPerson } from './people.store.ts';
import { listPostsOfPerson } from './post.store.ts';

/** Everything about a person, as far as whoever asks may see people at all. */
export function getPerson(deps: Deps, personId: string): Promise<Result<PersonDetail>> {
  return inScope(deps, async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng này' }));
    const posts = await listPostsOfPerson(tx, personId);
    const delegations = await listDelegationsOf(tx, personId);
    const handovers = await listHandoversOf(tx, personId);
    const invitation = await findNewestInvitation(tx, personId);
    const { id, name, email, phone, demo } = person;
    return accept({
      id,
      name,
      email,
      phone,
      demo,
      state: stateOf(person),
      posts: posts.map(({ personId: _holder, personName: _name, ...post }) => post),
      delegations: delegations.map((one) => ({
        id: one.id,
        postId: one.postId,
        title: one.title,
        agencyName: one.agencyName,
        role: one.role,
        from: { personId: one.fromId, name: one.fromName },
        to: { personId: one.toId, name: one.toName },
        validFrom: one.validFrom,
        validTo: one.validTo,
        reason: one.reason,
        revokedOn: one.revokedOn,
      })),
      invitation:
        invitation === undefined || person.user_id !== null
          ? null
          : {
              sentAt: invitation.sent_at?.toISOString() ?? null,
              expiresAt: invitation.expires_at.toISOString(),
              withdrawn: invitation.withdrawn_at !== null,
            },
      handovers: handovers.map((one) => ({
        id: one.id,
        postId: one.postId,
        from: { personId: one.fromId, name: one.fromName },
        to: { personId: one.toId, name: one.toName },
        endedOn: one.endedOn,
        occurredAt: one.occurredAt.toISOString(),
        items: one.items as HandoverItem[],
      })),
    });
  });
}
