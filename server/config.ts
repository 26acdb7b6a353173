import path from 'node:path';
import { z } from 'zod';
import type { BackupKeep } from '#domain/kernel/rotate-backups.ts';
import { CannotStart } from './cannot-start.ts';
import type { S3Options } from './evidence/s3-store.ts';

const Environment = z.object({
  /** Folder of the embedded database, its password, its log and the lock. */
  DON_DOC_DATA: z.string().min(1).default('./data'),
  /** Port to listen on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Address to listen on; 0.0.0.0 opens the server to the network. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** postgres://… of a PostgreSQL server (15 or later) to use instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** How much is logged. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Requests allowed per minute from one address; 0 for no limit. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(1_200),
  /** Addresses or subnets of the proxies in front, with commas between: limits then count by who asked them. */
  TRUSTED_PROXY: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .default([]),
  /** Whether the pages are built at the start when their sources changed; `never` serves what was built before. */
  WEB_BUILD: z.enum(['stale', 'never']).default('stale'),
  /** File of the private key that seals the audit (Ed25519, PEM); left out, one is made in the data folder. */
  DON_DOC_AUDIT_KEY_FILE: z.string().min(1).optional(),
  /** Where people reach the product, https://…; needed where it is not on the loop-back address. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** What sessions are signed with; left out, it is made once and kept in the data folder. */
  DON_DOC_SECRET: z.string().min(32).optional(),
  /** A provider of OpenID Connect: its discovery address, the client, and what its button says. */
  OIDC_DISCOVERY_URL: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('Đăng nhập một lần'),
  OIDC_SCOPES: z
    .string()
    .default('openid email profile')
    .transform((text) => text.split(/[\s,]+/).filter((scope) => scope !== '')),
  /** Address of a bucket of S3-compatible storage for the files of evidence (https://host/bucket); left out, they are kept in the data folder. */
  FILES_BUCKET: z.url({ protocol: /^https?$/ }).optional(),
  FILES_REGION: z.string().min(1).default('us-east-1'),
  FILES_KEY_ID: z.string().min(1).optional(),
  FILES_KEY_SECRET: z.string().min(1).optional(),
  /** Largest file taken as evidence, in megabytes. */
  MAX_FILE_MB: z.coerce.number().int().min(1).max(500).default(50),
  /** Folder for a backup each day, best on another disk; left out, none is made. */
  BACKUP_FOLDER: z.string().min(1).optional(),
  /** When that backup is made, on the clock of Việt Nam. */
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
    .default('02:00'),
  /** Of how many days, weeks and months one backup each is kept; older ones are removed. */
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,4},\d{1,4},\d{1,4}$/, 'days,weeks,months')
    .default('7,4,12'),
  /** A mail server: smtp://user:password@host:587, or smtps:// where it is encrypted from the beginning. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom letters come from: "Đôn Đốc <don-doc@…>". */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/)
    .optional(),
  /** Connections to the database. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
});

export interface Config {
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
  readonly rateLimit: number;
  readonly trustedProxies: readonly string[];
  readonly webBuild: 'stale' | 'never';
  readonly databaseConnections: number;
  /** Undefined where files are kept in the data folder. */
  readonly bucket: S3Options | undefined;
  readonly mostMegabytes: number;
  /** Undefined where no backup is made by itself. */
  readonly backup: BackupConfig | undefined;
  readonly auditKeyFile: string | undefined;
  readonly publicUrl: string | undefined;
  readonly secret: string | undefined;
  readonly oidc: OidcConfig | undefined;
  readonly mail: MailConfig | undefined;
  /** People to try it with may be entered without a password; only on the loop-back address. */
  readonly demo: boolean;
}

export interface BackupConfig {
  readonly folder: string;
  readonly at: { readonly hour: number; readonly minute: number };
  readonly keep: BackupKeep;
}

export interface MailConfig {
  readonly url: string;
  readonly from: string;
}

export interface OidcConfig {
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

/** Secrets: their values are shown in no message. */
const SECRET = new Set([
  'DATABASE_URL',
  'DON_DOC_SECRET',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'FILES_KEY_SECRET',
]);
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

export class ConfigInvalid extends CannotStart {}

/** Reads the environment; every mistake in it is named at once. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      const value = SECRET.has(name) ? '…' : given[name];
      return `  ${name}=${value}: giá trị không dùng được / not usable (${issue.message})`;
    });
    throw new ConfigInvalid(`Biến môi trường chưa đúng / Environment not usable:\n${mistakes.join('\n')}`);
  }
  const values = parsed.data;
  return {
    dataFolder: path.resolve(values.DON_DOC_DATA),
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    trustedProxies: values.TRUSTED_PROXY,
    webBuild: values.WEB_BUILD,
    databaseConnections: values.DATABASE_CONNECTIONS,
    bucket: findBucket(values),
    mostMegabytes: values.MAX_FILE_MB,
    backup: findBackup(values),
    auditKeyFile:
      values.DON_DOC_AUDIT_KEY_FILE === undefined ? undefined : path.resolve(values.DON_DOC_AUDIT_KEY_FILE),
    publicUrl: values.PUBLIC_URL,
    secret: values.DON_DOC_SECRET,
    oidc: findOidc(values),
    mail: findMail(values),
    demo: findDemo(args, values.HOST),
  };
}

function findBucket(values: z.infer<typeof Environment>): S3Options | undefined {
  const { FILES_BUCKET: bucket, FILES_KEY_ID: accessKeyId, FILES_KEY_SECRET: secretAccessKey } = values;
  if (bucket === undefined && accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    throw new ConfigInvalid(
      'Giữ tệp trên kho S3 cần đủ FILES_BUCKET, FILES_KEY_ID và FILES_KEY_SECRET.\nFiles on S3 storage need all of FILES_BUCKET, FILES_KEY_ID and FILES_KEY_SECRET.',
    );
  return { bucket, accessKeyId, secretAccessKey, region: values.FILES_REGION };
}

function findBackup(values: z.infer<typeof Environment>): BackupConfig | undefined {
  if (values.BACKUP_FOLDER === undefined) return undefined;
  const [hour = 2, minute = 0] = values.BACKUP_AT.split(':').map(Number);
  const [days = 7, weeks = 4, months = 12] = values.BACKUP_KEEP.split(',').map(Number);
  return { folder: path.resolve(values.BACKUP_FOLDER), at: { hour, minute }, keep: { days, weeks, months } };
}

function findMail({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL }: z.infer<typeof Environment>) {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined || PUBLIC_URL === undefined)
    throw new ConfigInvalid(
      'Gửi thư điện tử cần đủ SMTP_URL, MAIL_FROM và PUBLIC_URL (địa chỉ trong thư).\nLetters need all of SMTP_URL, MAIL_FROM and PUBLIC_URL.',
    );
  return { url, from };
}

function findOidc(values: z.infer<typeof Environment>): OidcConfig | undefined {
  const {
    OIDC_DISCOVERY_URL: discoveryUrl,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = values;
  if (discoveryUrl === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (
    discoveryUrl === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    values.PUBLIC_URL === undefined
  )
    throw new ConfigInvalid(
      'Đăng nhập qua OpenID Connect cần đủ OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET và PUBLIC_URL.\nOpenID Connect needs all of OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.',
    );
  return { name: values.OIDC_NAME, discoveryUrl, clientId, clientSecret, scopes: values.OIDC_SCOPES };
}

function findDemo(args: readonly string[], host: string): boolean {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined)
    throw new ConfigInvalid(`Không có tùy chọn ${unknown}. Chỉ có --demo. / Unknown option ${unknown}.`);
  if (args.includes('--demo') && !LOOPBACK.test(host))
    throw new ConfigInvalid(
      `--demo chỉ dùng được trên máy này: hãy để HOST là 127.0.0.1 (đang là ${host}).\n--demo works on the loop-back address only; HOST is ${host}.`,
    );
  return args.includes('--demo');
}
