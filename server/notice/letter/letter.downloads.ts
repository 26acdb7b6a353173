import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { officialNumber } from '#domain/notice/letter/letter-words.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope } from '../../deps.ts';
import { attachFile, parseAddress, WORD } from '../../http/attach-file.ts';
import { RefusedRequest } from '../../http/present-error.ts';
import { findLetter } from './letter.store.ts';

/** A letter as it was issued, byte for byte. */
export function registerLetters(
  app: FastifyInstance,
  enter: (request: FastifyRequest, act: Act) => Promise<Deps>,
): void {
  app.get('/api/urging-letters/:letterId/letter.docx', async (request, reply) => {
    const deps = await enter(request, 'letter.read');
    const { letterId } = parseAddress(z.object({ letterId: Id }), request.params);
    const letter = await inScope(deps, async (tx) => {
      const held = await findLetter(tx, letterId);
      if (held === undefined) throw new RefusedRequest(refusal('not-found', { what: 'công văn này' }));
      await appendAudit(tx, deps, {
        act: 'letter.download',
        subject: { kind: 'letter', id: letterId, words: officialNumber(held.number, held.symbol) },
      });
      return held;
    });
    return attachFile(reply, letter.file_name, WORD).send(Buffer.from(letter.bytes));
  });
}
