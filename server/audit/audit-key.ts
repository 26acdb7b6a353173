import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { keepSecret } from '../keys.ts';

/** Signs the seals of days and of exported files; kept outside the database, so that who rewrites it cannot sign. */
export interface AuditKey {
  readonly keyId: string;
  /** PEM, to be handed to whoever checks. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
}

/** Whether the text was signed with the key of that name. */
export type CheckSignature = (signed: {
  readonly text: string;
  readonly keyId: string;
  readonly signature: string;
}) => boolean;

/** Where the key of a data folder stands. */
export function auditKeyFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'audit.key');
}

/** The key of the data folder, made at the first start; its public half stands beside it. */
export function openAuditKey(dataFolder: string): AuditKey {
  const key = auditKeyFrom(keepSecret(dataFolder, 'audit.key', generatePem));
  writeFileSync(path.join(dataFolder, 'keys', 'audit.pub'), key.publicKey);
  return key;
}

/** A key that is there already, for an operator who keeps it elsewhere and for checking. */
export function readAuditKey(file: string): AuditKey {
  try {
    return auditKeyFrom(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CannotStart(
      `Không đọc được khóa niêm phong nhật ký ở ${file} (${reasonOf(error)}). Khóa phải là Ed25519, dạng PEM (PKCS #8).\n` +
        `Cannot read the key that seals the audit in ${file}; it must be Ed25519 in PEM (PKCS #8).`,
    );
  }
}

export function makeAuditKey(): AuditKey {
  return auditKeyFrom(generatePem());
}

/** The public keys in a PEM file, one or several. */
export function readPublicKeys(pem: string): ReadonlyMap<string, KeyObject> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return new Map(
    blocks.map((block) => {
      const key = createPublicKey(block);
      return [nameOf(key), key];
    }),
  );
}

export function signatureChecker(keys: ReadonlyMap<string, KeyObject>): CheckSignature {
  return ({ text, keyId, signature }) => {
    const key = keys.get(keyId);
    return (
      key?.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    );
  };
}

function auditKeyFrom(pem: string): AuditKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(key.asymmetricKeyType ?? 'không phải khóa');
  const open = createPublicKey(key);
  return {
    keyId: nameOf(open),
    publicKey: open.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

function nameOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function generatePem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
