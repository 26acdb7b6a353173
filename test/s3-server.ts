import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  /** Address of the one bucket. */
  readonly bucket: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Makes so many of the next requests fail, as a busy storage does. */
  readonly failNext: (times: number) => void;
  readonly close: () => Promise<void>;
}

const KEY_ID = 'key of tests';
const SECRET = 'secret of tests';

/**
 * As much of S3 as files need: PUT, GET and DELETE of an object, each only with a right signature (AWS Signature
 * Version 4, computed here from its description and not by the library under test).
 */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let failing = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes);
    if (!isSigned(request, body)) return answer(403);
    if (failing > 0) {
      failing -= 1;
      return answer(503);
    }
    const key = (request.url ?? '').replace(/^\/bucket\//, '');
    switch (request.method) {
      case 'PUT':
        objects.set(key, body);
        return answer(200);
      case 'DELETE':
        objects.delete(key);
        return answer(204);
      default:
        return objects.has(key) ? answer(200, objects.get(key)) : answer(404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    bucket: `http://127.0.0.1:${port}/bucket`,
    objects,
    failNext: (times) => {
      failing = times;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export const S3_KEYS = { accessKeyId: KEY_ID, secretAccessKey: SECRET, region: 'hanoi' } as const;

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const match =
    /^AWS4-HMAC-SHA256 Credential=(.+)\/(\d{8})\/(.+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  const [, keyId, day = '', region = '', signedHeaders = '', signature] = match ?? [];
  const digest = String(request.headers['x-amz-content-sha256'] ?? '');
  if (keyId !== KEY_ID || region !== S3_KEYS.region) return false;
  if (digest !== 'UNSIGNED-PAYLOAD' && digest !== createHash('sha256').update(body).digest('hex'))
    return false;
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), signedHeaders, digest].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [
    'AWS4-HMAC-SHA256',
    String(request.headers['x-amz-date']),
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = mac(mac(mac(mac(`AWS4${SECRET}`, day), region), 's3'), 'aws4_request');
  return mac(key, toSign).toString('hex') === signature;
}
