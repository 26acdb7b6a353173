import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { refusal } from '#domain/kernel/refusal.ts';
import { presentError, presentRefusal, RefusedRequest } from './present-error.ts';

export interface AppOptions {
  readonly logLevel: string;
  /** Where log lines go; standard output when left out. */
  readonly logTo?: NodeJS.WritableStream;
  /** Requests a minute from one session, or from one address without any; 0 for none refused. */
  readonly rateLimit: number;
  /** The session cookies prove; where they do, its requests are counted apart from an office's one address. */
  readonly findSession?: (cookies: string | undefined) => string | undefined;
  /** Proxies whose word on who asked is believed. */
  readonly trustedProxies?: readonly string[];
  /** Folder of the built web; left out, only the API is served. */
  readonly webFolder?: string;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** What an operator should look at although the server works, in words. */
  readonly listWarnings?: () => Promise<readonly string[]>;
  /** Adds the API and the downloads. */
  readonly register: (app: FastifyInstance) => void | Promise<void>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The address itself lets in, so the log has only its pattern. */
    readonly secretAddress?: boolean;
  }
}

/** A file of 25 MB and the form around it. */
export const BODY_LIMIT = 26 * 1024 * 1024;

/** The whole HTTP side: headers, limits, errors, health, the API, and the built web. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: sendError,
    logger: {
      level: options.logLevel,
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
      serializers: {
        // Of an error only its own words and place: the database adds the values of the row to it.
        err: ({ name, code, message, stack }: FastifyError) => ({
          type: name,
          code,
          message,
          stack: stack ?? '',
        }),
      },
    },
  });
  // One line for each answer. The query may carry a name searched for and the peer's address is personal: not logged.
  app.addHook('onResponse', async (request, reply) => {
    const { url, config } = request.routeOptions;
    const path = config.secretAddress === true ? url : request.url.split('?')[0];
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, path, status: reply.statusCode, ms }, 'answered');
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library writes sizes and colours into style attributes and style elements of the page.
        // Styles run no code, and with every source closed but our own they can send nothing out.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    // Served over plain HTTP on the loop-back address; a proxy that ends TLS sets this itself.
    strictTransportSecurity: false,
  });
  await app.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    // The default is the slowest; lists are made anew for every answer.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (options.rateLimit > 0)
    await app.register(rateLimit, {
      max: options.rateLimit,
      timeWindow: '1 minute',
      keyGenerator: ({ headers, ip }) => {
        const session = options.findSession?.(headers.cookie);
        return session === undefined ? `address ${ip}` : `session ${session}`;
      },
      errorResponseBuilder: (_request, context) =>
        new RefusedRequest(refusal('rate-limited', { seconds: Math.ceil(context.ttl / 1000) })),
    });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // What people may see differs, and changes when they sign out: no answer of the API stays anywhere.
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler(sendError);

  // Asked for every few seconds by whatever watches over the server: neither logged nor counted.
  const watched = { logLevel: 'silent', config: { rateLimit: false } } as const;
  app.get('/health', watched, async () => ({ status: 'ok' }));
  app.get('/ready', watched, async (_request, reply) => {
    const ready = await options.isReady();
    const { status, message } = presentRefusal(refusal('not-ready'));
    const warnings = ready ? ((await options.listWarnings?.()) ?? []) : [];
    if (ready) return { status: 'ready', ...(warnings.length === 0 ? {} : { warnings }) };
    return reply.status(status).send({ status: 'not-ready', message });
  });
  await options.register(app);
  await serveWeb(app, options.webFolder);
  return app;
}

async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder === undefined ? undefined : readFileSync(path.join(folder, 'index.html'), 'utf8');
  const sendPage = (reply: FastifyReply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  if (folder !== undefined) {
    await app.register(statics, {
      root: folder,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      setHeaders: (reply, file) => {
        // File names under assets/ carry a digest of their content.
        const fixed = path.relative(folder, file).startsWith(`assets${path.sep}`);
        reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/', (_request, reply) => sendPage(reply));
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    // Every address of the product but the API's is a view of the one page.
    if (wantsPage && page !== undefined && !request.url.startsWith('/api')) return sendPage(reply);
    return sendNotFound(request, reply);
  });
}

function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, ...said } = presentError(error);
  if (status >= 500) request.log.error({ err: error }, 'failed');
  return reply.status(status).send({ ...said, requestId: request.id });
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, ...said } = presentRefusal(refusal('not-found', { what: 'địa chỉ này' }));
  return reply.status(status).send({ ...said, requestId: request.id });
}
