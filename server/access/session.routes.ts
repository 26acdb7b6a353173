import { isAPIError } from 'better-auth/api';
import { refusal } from '#domain/kernel/refusal.ts';
import type { Result } from '#domain/kernel/result.ts';
import { os, type RequestContext } from '../guard.ts';
import { orRefuse, refused } from '../http/refused.ts';
import { carryCookies } from './carry-cookies.ts';
import { changePassword } from './change-password.ts';
import { listDemoPeople, signInAsDemo } from './demo.ts';
import { endOwnSession } from './end-own-session.ts';
import { findSignedIn } from './find-signed-in.ts';
import { choosePassword, forgetPassword } from './forgotten-password.ts';
import { getSession } from './get-session.ts';
import { giveCode } from './give-code.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { proveAgain } from './prove-again.ts';
import { recordAccess } from './record-access.ts';
import { confirmTotp, endTotp, startTotp } from './second-factor.ts';
import { completeSetup, findSetup } from './set-up.ts';
import { signIn } from './sign-in.ts';
import type { SignInDeps } from './sign-in-deps.ts';

const DONE = { done: true } as const;

/** The acts at the door and on one's own account: the only ones that need no post. */
export function sessionRoutes(deps: SignInDeps) {
  const { api } = deps.authentication;
  return {
    session: {
      get: os.session.get.handler(({ context }) => getSession(deps, context)),
      signIn: os.session.signIn.handler(async ({ input, context }) => {
        const { next, cookies } = orRefuse(await signIn(deps, context, input));
        carryCookies(cookies, context);
        return { next };
      }),
      giveCode: os.session.giveCode.handler(async ({ input, context }) => {
        const { next, cookies } = orRefuse(await giveCode(deps, context, input));
        carryCookies(cookies, context);
        return { next };
      }),
      signOut: os.session.signOut.handler(async ({ context }) => {
        const held = await findSignedIn(deps, context.headers);
        const { headers } = await api.signOut({ headers: context.headers, returnHeaders: true });
        carryCookies(headers, context);
        if (held !== undefined)
          await recordAccess(deps, context, { act: 'session.end', email: held.actor.email });
        return DONE;
      }),
      prove: os.session.prove.handler(async ({ input, context }) =>
        orRefuse(await proveAgain(deps, context, input.password)),
      ),
      startProvider: os.session.startProvider.handler(async ({ input, context }) => {
        const provider = deps.oidc.find(({ id }) => id === input.providerId);
        if (provider === undefined) throw refused([refusal('not-found', { what: 'nhà cung cấp này' })]);
        try {
          const { headers, response } = await api.signInSocial({
            body: {
              provider: provider.id,
              callbackURL: '/',
              errorCallbackURL: '/dang-nhap',
              disableRedirect: true,
            },
            headers: context.headers,
            returnHeaders: true,
          });
          carryCookies(headers, context);
          return { url: response.url ?? '/' };
        } catch (error) {
          if (!isAPIError(error)) throw error;
          throw refused([refusal('provider-away', { name: provider.name })]);
        }
      }),
    },
    account: {
      sessions: os.account.sessions.handler(async ({ context }) =>
        orRefuse(await listOwnSessions(deps, context)),
      ),
      endSession: os.account.endSession.handler(async ({ input, context }) =>
        orRefuse(await endOwnSession(deps, context, input.sessionId)),
      ),
      changePassword: os.account.changePassword.handler(async ({ input, context }) =>
        orRefuse(await changePassword(deps, context, input)),
      ),
      startTotp: os.account.startTotp.handler(async ({ input, context }) =>
        orRefuse(await startTotp(deps, context, input.password)),
      ),
      confirmTotp: os.account.confirmTotp.handler(async ({ input, context }) =>
        takeCookies(context, await confirmTotp(deps, context, input.code)),
      ),
      endTotp: os.account.endTotp.handler(async ({ input, context }) =>
        takeCookies(context, await endTotp(deps, context, input.password)),
      ),
    },
    password: {
      forget: os.password.forget.handler(async ({ input, context }) =>
        orRefuse(await forgetPassword(deps, context, input.email)),
      ),
      choose: os.password.choose.handler(async ({ input, context }) =>
        orRefuse(await choosePassword(deps, context, input)),
      ),
    },
    setup: {
      find: os.setup.find.handler(async ({ input }) => orRefuse(await findSetup(deps, input.secret))),
      complete: os.setup.complete.handler(async ({ input, context }) =>
        orRefuse(await completeSetup(deps, context, input)),
      ),
    },
    demo: {
      people: os.demo.people.handler(() => listDemoPeople(deps)),
      signIn: os.demo.signIn.handler(async ({ input, context }) =>
        takeCookies(context, await signInAsDemo(deps, context, input.personId)),
      ),
    },
  };
}

function takeCookies(context: RequestContext, result: Result<{ readonly cookies: Headers }>): { done: true } {
  carryCookies(orRefuse(result).cookies, context);
  return DONE;
}
