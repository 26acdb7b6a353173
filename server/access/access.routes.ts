import { inScope, todayOf } from '../deps.ts';
import { may, os } from '../guard.ts';
import { orRefuse, presentRefusals } from '../http/refused.ts';
import { acceptInvitation, findInvitation } from './accept-invitation.ts';
import { changePerson, disablePerson, enablePerson, endPersonSessions } from './change-person.ts';
import { getPerson } from './get-person.ts';
import { giveDelegation, revokeDelegation } from './give-delegation.ts';
import { endPost, givePost } from './give-post.ts';
import { confirmHandover, previewHandover } from './hand-over.ts';
import { confirmTable, previewTable } from './invite-many.ts';
import { invitePerson } from './invite-person.ts';
import { presentPerson } from './people.present.ts';
import { listPeople } from './people.store.ts';
import { resendInvitation, withdrawInvitation } from './resend-invitation.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** People, their posts, and what they pass to one another. */
export function accessRoutes(signIn: SignInDeps) {
  return {
    person: {
      list: os.person.list.use(may('person.read')).handler(async ({ input, context: { deps } }) => {
        const { total, people } = await inScope(deps, (tx) => listPeople(tx, todayOf(deps), input));
        return { total, people: people.map(presentPerson) };
      }),
      get: os.person.get
        .use(may('person.read'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await getPerson(deps, input.personId))),
      update: os.person.update
        .use(may('person.update'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await changePerson(deps, input))),
      disable: os.person.disable
        .use(may('person.disable'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await disablePerson(signIn, deps, input))),
      enable: os.person.enable
        .use(may('person.disable'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await enablePerson(deps, input))),
      endSessions: os.person.endSessions
        .use(may('person.end-sessions'))
        .handler(async ({ input, context: { deps } }) =>
          orRefuse(await endPersonSessions(signIn, deps, input.personId)),
        ),
    },
    invitation: {
      create: os.invitation.create
        .use(may('person.invite'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await invitePerson(signIn, deps, input))),
      previewTable: os.invitation.previewTable
        .use(may('person.invite'))
        .handler(async ({ input, context: { deps } }) => {
          const { rows, refusals, digest } = orRefuse(await previewTable(deps, input.table));
          return { rows: [...rows], refusals: presentRefusals(refusals), digest };
        }),
      confirmTable: os.invitation.confirmTable
        .use(may('person.invite'))
        .handler(async ({ input, context: { deps } }) => {
          const { invited, postsGiven } = orRefuse(await confirmTable(signIn, deps, input));
          return { invited: [...invited], postsGiven };
        }),
      resend: os.invitation.resend
        .use(may('person.invite'))
        .handler(async ({ input, context: { deps } }) =>
          orRefuse(await resendInvitation(signIn, deps, input.personId)),
        ),
      withdraw: os.invitation.withdraw
        .use(may('person.invite'))
        .handler(async ({ input, context: { deps } }) =>
          orRefuse(await withdrawInvitation(signIn, deps, input.personId)),
        ),
      // Whoever holds the link; nobody is signed in yet.
      find: os.invitation.find.handler(async ({ input }) => {
        const {
          invitationId: _id,
          personId: _personId,
          ...shown
        } = orRefuse(await findInvitation(signIn, input.secret));
        return shown;
      }),
      accept: os.invitation.accept.handler(async ({ input, context }) =>
        orRefuse(await acceptInvitation(signIn, context, input)),
      ),
    },
    post: {
      give: os.post.give
        .use(may('post.give'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await givePost(deps, input))),
      end: os.post.end
        .use(may('post.end'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await endPost(deps, input))),
    },
    delegation: {
      give: os.delegation.give
        .use(may('delegation.give'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await giveDelegation(deps, input))),
      revoke: os.delegation.revoke
        .use(may('delegation.give'))
        .handler(async ({ input, context: { deps } }) =>
          orRefuse(await revokeDelegation(deps, input.delegationId)),
        ),
    },
    handover: {
      preview: os.handover.preview
        .use(may('handover'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await previewHandover(deps, input.postId))),
      confirm: os.handover.confirm
        .use(may('handover'))
        .handler(async ({ input, context: { deps } }) => orRefuse(await confirmHandover(deps, input))),
    },
  };
}
