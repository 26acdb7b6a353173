import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EvidenceFilter } from '#contract/evidence.ts';
import { Id } from '#contract/kernel.ts';
import type { Act } from '#domain/access/acts.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import type { FileKind } from '#domain/evidence/sniff-content.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { attachFile, EXCEL, orRefuseFile, parseAddress, WORD } from '../http/attach-file.ts';
import { RefusedRequest } from '../http/present-error.ts';
import { type EvidenceParts, PART_BYTES } from './evidence-parts.ts';
import { getFile } from './file-store.ts';
import { receivePart } from './receive-part.ts';
import { listVersions } from './search.store.ts';
import { listDocuments } from './search-evidence.ts';
import { writeEvidenceXlsx } from './write-evidence-xlsx.ts';

const MEDIA: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: WORD,
  xlsx: EXCEL,
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
};
/** Kinds a page may show from the file itself; the words of the others are sent as data. */
const SHOWN: readonly FileKind[] = ['pdf', 'png', 'jpeg', 'webp', 'heic'];

/** As many as one list can be read. */
const MOST_DOCUMENTS = 10_000;

type EnterFile = (request: FastifyRequest, act: Act) => Promise<Deps>;

/** The bytes of evidence, in and out: parts of files on their way, and files to see or to keep. */
export async function registerEvidenceFiles(
  app: FastifyInstance,
  enter: EnterFile,
  { files }: Pick<EvidenceParts, 'files'>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.put('/api/evidence/uploads/:uploadId/parts/:offset', { bodyLimit: PART_BYTES }, async (request) => {
      const deps = await enter(request, 'evidence.attach');
      const { uploadId, offset } = parseAddress(
        z.object({ uploadId: Id, offset: z.coerce.number().int().min(0) }),
        request.params,
      );
      const { body } = request;
      if (!(body instanceof Uint8Array) || body.length === 0)
        throw new RefusedRequest(
          refusal('input-invalid', { place: 'phần của tệp', problem: 'không có nội dung' }),
        );
      return orRefuseFile(await receivePart(deps, files, { uploadId, offset, bytes: body }));
    });
  });

  app.get('/api/evidence/search.xlsx', async (request, reply) => {
    const deps = await enter(request, 'evidence.read');
    const filter = parseAddress(EvidenceFilter, request.query);
    const { found, total } = orRefuseFile(await listDocuments(deps, filter, MOST_DOCUMENTS));
    if (total > MOST_DOCUMENTS) throw new RefusedRequest(refusal('too-many-rows', { limit: MOST_DOCUMENTS }));
    await inScope(deps, (tx) =>
      appendAudit(tx, deps, {
        act: 'evidence.export',
        subject: { kind: 'evidence', id: '', words: `${total} tài liệu` },
        after: { ...filter },
      }),
    );
    const bytes = await writeEvidenceXlsx(found, {
      title: `Danh mục tài liệu kiểm chứng đến ngày ${dayWords(todayOf(deps))}`,
      note: `${total} tài liệu.`,
    });
    return attachFile(reply, `Danh mục tài liệu ${todayOf(deps)}.xlsx`, EXCEL).send(Buffer.from(bytes));
  });

  app.get('/api/evidence/:evidenceId/versions/:version/file', async (request, reply) => {
    const deps = await enter(request, 'evidence.read');
    const { evidenceId, version } = parseAddress(
      z.object({ evidenceId: Id, version: z.coerce.number().int().min(1) }),
      request.params,
    );
    const { show } = parseAddress(z.object({ show: z.literal('1').optional() }), request.query);
    const held = await inScope(deps, async (tx) => {
      const found = (await listVersions(tx, evidenceId)).find(({ number }) => number === version);
      if (found === undefined) throw new RefusedRequest(refusal('not-found', { what: 'tài liệu này' }));
      if (show === undefined)
        await appendAudit(tx, deps, {
          act: 'evidence.download',
          subject: { kind: 'evidence', id: evidenceId, words: found.name },
          after: { version },
        });
      return found;
    });
    const kind = held.kind as FileKind;
    const bytes = Buffer.from(await getFile(files, held.sha256));
    // Whatever a file holds, the browser neither guesses what it is nor lets it run or fetch anything.
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (show !== undefined && SHOWN.includes(kind))
      return reply.type(MEDIA[kind]).header('content-disposition', 'inline').send(bytes);
    return attachFile(reply, held.name, MEDIA[kind]).send(bytes);
  });
}
