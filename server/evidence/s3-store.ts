import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store.ts';

export interface S3Options {
  /** Address of the bucket: https://storage.example.vn/bucket. */
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const RETRIES = 4;

/** Files on S3-compatible storage, addressed by path; a request that fails for the moment is tried again. */
export function openS3Store({ bucket, region, accessKeyId, secretAccessKey }: S3Options): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  const addressOf = (key: string) => `${bucket.replace(/\/+$/, '')}/${key}`;
  const complain = (act: string, key: string, answer: Response) =>
    new Error(`the file store answered ${answer.status} to ${act} of ${key}`);
  return {
    write: async (key, bytes) => {
      const answer = await client.fetch(addressOf(key), {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw complain('writing', key, answer);
    },
    find: async (key) => {
      const answer = await client.fetch(addressOf(key));
      const body = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw complain('reading', key, answer);
      return body;
    },
    remove: async (key) => {
      const answer = await client.fetch(addressOf(key), { method: 'DELETE' });
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw complain('removing', key, answer);
    },
  };
}
