import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Act } from '#domain/access/acts.ts';
import type { Deps } from '../../deps.ts';
import type { WorkNews } from './work-news.ts';

/** Several acts within this are told as one. */
const TOGETHER_MS = 500;
/** Proxies close what is silent for a minute. */
const ALIVE_MS = 25_000;
/** After this the browser asks again, and whether the person may still see the work is decided anew. */
const RENEW_MS = 600_000;

/** A stream of server-sent events that only says that something changed: what it is, is asked for as ever. */
export function registerWorkNews(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
  news: WorkNews,
): void {
  const ends = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of ends) end();
    await news.close();
  });
  app.get('/api/work/news', async (request, reply) => {
    const { scope } = await enter(request, 'assignment.read');
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that gather an answer before they pass it on would hold the news back.
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 3000\n\n');
    let telling: NodeJS.Timeout | undefined;
    const unfollow = news.follow(scope, () => {
      telling ??= setTimeout(() => {
        telling = undefined;
        raw.write('data: changed\n\n');
      }, TOGETHER_MS);
    });
    const alive = setInterval(() => raw.write(': \n\n'), ALIVE_MS);
    const renewal = setTimeout(() => end(), RENEW_MS);
    const end = () => {
      unfollow();
      clearTimeout(telling);
      clearInterval(alive);
      clearTimeout(renewal);
      ends.delete(end);
      raw.end();
    };
    ends.add(end);
    raw.on('close', end);
  });
}
