import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError, onError, type Router, ValidationError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { BODY_LIMIT, sendNotFound } from './app.ts';
import { describeApi } from './describe-api.ts';
import { findTrouble, UNEXPECTED } from './find-trouble.ts';
import { RefusedRequest } from './present-error.ts';
import { refused } from './refused.ts';

export const API_PREFIX = '/api';

interface Logged {
  readonly log: FastifyBaseLogger;
}

/** Mounts the implemented contract under /api, its OpenAPI 3.1 document and a page to read it. */
export async function registerApi<Context extends object>(
  app: FastifyInstance,
  router: Router<AnyContractRouter, Context & Logged>,
  describe: (request: FastifyRequest, reply: FastifyReply) => Context,
): Promise<void> {
  const document = await new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter()],
  }).generate(router, {
    info: { title: 'Đôn Đốc', version: '1', description: 'Kế hoạch, nhiệm vụ, phần việc của từng cơ quan.' },
    servers: [{ url: API_PREFIX }],
  });
  app.get(`${API_PREFIX}/openapi.json`, async () => document);
  app.get(API_PREFIX, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(describeApi(document)),
  );

  const handler = new OpenAPIHandler<Context & Logged>(router, {
    clientInterceptors: [
      onError((error, { context }) => {
        explainInvalidInput(error);
        explainTrouble(error, context.log);
      }),
    ],
  });
  await app.register(async (scope) => {
    // The handler reads bodies itself: what Fastify parsed would be gone.
    scope.removeAllContentTypeParsers();
    scope.addHook('onRequest', refuseOversize);
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
    scope.all(`${API_PREFIX}/*`, async (request, reply) => {
      const { matched } = await handler.handle(request, reply, {
        prefix: API_PREFIX,
        context: { ...describe(request, reply), log: request.log },
      });
      return matched ? reply : sendNotFound(request, reply);
    });
  });
}

/** The handler reads the body as it comes, so its size is judged by what it declares; undeclared sizes are not taken. */
async function refuseOversize(request: FastifyRequest): Promise<void> {
  if (request.headers['transfer-encoding'] !== undefined)
    throw new RefusedRequest(
      refusal('input-invalid', { place: 'yêu cầu', problem: 'thiếu độ dài (Content-Length)' }),
    );
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT)
    throw new RefusedRequest(refusal('file-too-large', { file: 'gửi lên', limit: 25 }));
}

/** What is neither a refusal nor bad input: told without its insides, and logged with them where it is a bug. */
function explainTrouble(error: unknown, log: FastifyBaseLogger): void {
  // A refusal may say that something else is away: that is no bug of ours.
  if (error instanceof ORPCError && (error.status < 500 || error.code === 'REFUSED')) return;
  log.error({ err: error }, 'failed');
  const trouble = findTrouble(error);
  if (trouble !== undefined) throw refused([trouble]);
  throw new ORPCError('INTERNAL_SERVER_ERROR', { message: UNEXPECTED, cause: error });
}

/** Input that breaks the contract is answered with every place at once, in the same form as any refusal. */
function explainInvalidInput(error: unknown): void {
  if (
    !(error instanceof ORPCError) ||
    error.code !== 'BAD_REQUEST' ||
    !(error.cause instanceof ValidationError)
  )
    return;
  const refusals = error.cause.issues.map((issue) => {
    const place = (issue.path ?? [])
      .map((step) => String(typeof step === 'object' ? step.key : step))
      .join('.');
    const at = { place: place === '' ? 'yêu cầu' : place, problem: describeIssue(issue) };
    return { code: 'input-invalid', message: refusalSentence(refusal('input-invalid', at)), at };
  });
  throw new ORPCError('REFUSED', {
    status: 400,
    message: refusals[0]?.message ?? '',
    data: { refusals },
    cause: error.cause,
    defined: true,
  });
}

const vietnamese = z.locales.vi().localeError;

function describeIssue(issue: { readonly message: string }): string {
  const words = vietnamese(issue as Parameters<typeof vietnamese>[0]);
  return typeof words === 'string' ? words : (words?.message ?? issue.message);
}
