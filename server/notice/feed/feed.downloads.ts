import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal } from '#domain/kernel/refusal.ts';
import { writeCalendar } from '#domain/notice/feed/write-calendar.ts';
import { parseAddress } from '../../http/attach-file.ts';
import { RefusedRequest } from '../../http/present-error.ts';
import { type FeedAsked, readFeed } from './read-feed.ts';

/** What calendar programs read: whoever has the link, without signing in. */
export function registerFeeds(
  app: FastifyInstance,
  { publicUrl, ...asked }: Pick<FeedAsked, 'base' | 'demo'> & { readonly publicUrl: string | undefined },
): void {
  const address = z.object({ secret: z.string().regex(/^[\w-]{43}$/) });
  // The address is the secret: it is not logged.
  app.get('/lich/:secret.ics', { config: { secretAddress: true } }, async (request, reply) => {
    const { secret } = parseAddress(address, request.params);
    const origin = publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
    const calendar = await readFeed({ ...asked, secret, origin });
    if (calendar === undefined) throw new RefusedRequest(refusal('not-found', { what: 'lịch này' }));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(writeCalendar(calendar));
  });
}
