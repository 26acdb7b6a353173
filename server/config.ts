import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

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
  readonly auditKeyFile: string | undefined;
}

export class ConfigInvalid extends CannotStart {}

/** Reads the environment; every mistake in it is named at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      // A database address holds a password.
      const value = name === 'DATABASE_URL' ? '…' : given[name];
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
    auditKeyFile:
      values.DON_DOC_AUDIT_KEY_FILE === undefined ? undefined : path.resolve(values.DON_DOC_AUDIT_KEY_FILE),
  };
}
