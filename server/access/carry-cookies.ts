import type { RequestContext } from '../guard.ts';

/** Passes the cookies the library set on to the answer. */
export function carryCookies(from: Headers, { setCookie }: RequestContext): void {
  for (const line of from.getSetCookie()) setCookie(line);
}
