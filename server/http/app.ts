import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { REFUSALS, type RefusalCode, refusal, refusalSentence } from '#domain/kernel/refusal.ts';

export interface AppOptions {
  readonly logLevel: string;
  /** Requests a minute from one address; 0 for none refused. */
  readonly rateLimit: number;
  /** Folder of the built web; left out, only the API is served. */
  readonly webFolder?: string;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** Adds the API and the downloads. */
  readonly register: (app: FastifyInstance) => void | Promise<void>;
}

/** A file of 25 MB and the form around it. */
export const BODY_LIMIT = 26 * 1024 * 1024;

/** The whole HTTP side: headers, limits, errors, health, the API, and the built web. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    genReqId: () => randomUUID(),
    trustProxy: false,
    logger: {
      level: options.logLevel,
      // Addresses may carry names searched for, and a peer's address is personal: neither is logged.
      serializers: {
        req: (request) => ({ method: request.method, path: request.url.split('?')[0] ?? '' }),
        res: (reply) => ({ status: reply.statusCode }),
      },
    },
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library sets sizes and colours in style attributes; styles cannot run code.
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
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  if (options.rateLimit > 0)
    await app.register(rateLimit, {
      max: options.rateLimit,
      timeWindow: '1 minute',
      errorResponseBuilder: (_request, context) =>
        Object.assign(new Error('rate limited'), {
          statusCode: 429,
          refusal: refusal('rate-limited', { seconds: Math.ceil(context.ttl / 1000) }),
        }),
    });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = explainError(error);
    if (answer.status >= 500) request.log.error({ err: error }, 'unexpected');
    return reply
      .status(answer.status)
      .send({ code: answer.code, message: answer.message, requestId: request.id });
  });

  app.get('/health', { logLevel: 'silent' }, async () => ({ status: 'ok' }));
  app.get('/ready', { logLevel: 'silent' }, async (_request, reply) => {
    const ready = await options.isReady();
    return reply
      .status(ready ? 200 : 503)
      .send(
        ready ? { status: 'ready' } : { status: 'not-ready', message: refusalSentence(refusal('not-ready')) },
      );
  });
  await options.register(app);
  await serveWeb(app, options.webFolder);
  return app;
}

async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder === undefined ? undefined : path.join(folder, 'index.html');
  if (folder !== undefined && page !== undefined && existsSync(page)) {
    await app.register(statics, {
      root: folder,
      index: false,
      wildcard: true,
      setHeaders: (reply, file) => {
        // File names under assets/ carry a digest of their content.
        const fixed = file.includes(`${path.sep}assets${path.sep}`);
        reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/', (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(page)),
    );
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api') &&
      (request.headers.accept ?? '').includes('text/html');
    if (isPage && page !== undefined && existsSync(page))
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(readFileSync(page));
    return reply.status(404).send({
      code: 'not-found',
      message: refusalSentence(refusal('not-found', { what: 'địa chỉ này' })),
      requestId: request.id,
    });
  });
}

function explainError(error: FastifyError & { readonly refusal?: ReturnType<typeof refusal> }): {
  status: number;
  code: string;
  message: string;
} {
  if (error.refusal !== undefined)
    return {
      status: REFUSALS[error.refusal.code].status,
      code: error.refusal.code,
      message: refusalSentence(error.refusal),
    };
  const known = BY_FASTIFY_CODE[error.code];
  if (known !== undefined)
    return { status: REFUSALS[known.code].status, code: known.code, message: refusalSentence(known) };
  const status = error.statusCode ?? 500;
  if (status < 500)
    return {
      status,
      code: 'input-invalid',
      message: refusalSentence(
        refusal('input-invalid', { place: 'yêu cầu', problem: 'không đúng định dạng' }),
      ),
    };
  return {
    status: 500,
    code: 'unexpected',
    message: 'Có lỗi ngoài dự kiến. Hãy thử lại; nếu còn lỗi, gửi mã yêu cầu cho người quản trị.',
  };
}

const BY_FASTIFY_CODE: Readonly<Record<string, { code: RefusalCode; at: Record<string, string | number> }>> =
  {
    FST_ERR_CTP_BODY_TOO_LARGE: refusal('file-too-large', { file: 'gửi lên', limit: 25 }),
  };
