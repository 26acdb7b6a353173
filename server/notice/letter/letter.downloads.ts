import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { officialNumber } from '#domain/notice/letter/letter-words.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../../deps.ts';
import { attachFile, EXCEL, parseAddress, WORD } from '../../http/attach-file.ts';
import { RefusedRequest } from '../../http/present-error.ts';
import { presentLetterRow } from './letter.present.ts';
import { findLetter, listLetterRecords } from './letter.store.ts';
import { writeRegisterXlsx } from './write-register-xlsx.ts';

/** A letter as it was issued, byte for byte, and the register of them. */
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

  app.get('/api/urging-letters/register.xlsx', async (request, reply) => {
    const deps = await enter(request, 'letter.read');
    const { year } = parseAddress(z.object({ year: z.coerce.number().int().optional() }), request.query);
    const letters = await inScope(deps, async (tx) => {
      const records = await listLetterRecords(tx, { year });
      await appendAudit(tx, deps, {
        act: 'letter.export',
        subject: { kind: 'letter', id: '', words: `${records.length} công văn` },
        after: { ...(year === undefined ? {} : { year }) },
      });
      return records.map(presentLetterRow);
    });
    const bytes = await writeRegisterXlsx(letters, {
      title: `Sổ công văn đôn đốc${year === undefined ? '' : ` năm ${year}`}`,
      note: `${letters.length} công văn, tính đến ngày ${dayWords(todayOf(deps))}.`,
    });
    return attachFile(reply, `Sổ công văn đôn đốc ${todayOf(deps)}.xlsx`, EXCEL).send(Buffer.from(bytes));
  });
}
