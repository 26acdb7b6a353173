import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('nothing needs to be set', () => {
  expect(readConfig({})).toEqual({
    dataFolder: path.resolve('data'),
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: undefined,
    logLevel: 'info',
    rateLimit: 1200,
    trustedProxies: [],
    webBuild: 'stale',
    databaseConnections: 10,
    bucket: undefined,
    mostMegabytes: 50,
    backup: undefined,
    auditKeyFile: undefined,
    publicUrl: undefined,
    secret: undefined,
    oidc: undefined,
    mail: undefined,
    demo: false,
  });
});

test('proxies in front are named one by one', () => {
  expect(readConfig({ TRUSTED_PROXY: '10.0.0.1, 192.168.0.0/16' }).trustedProxies).toEqual([
    '10.0.0.1',
    '192.168.0.0/16',
  ]);
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test('every mistake is told at once, in both languages, with its value', () => {
  expect(() => readConfig({ PORT: 'tám nghìn', LOG_LEVEL: 'loud' })).toThrow(
    /Biến môi trường chưa đúng \/ Environment not usable:\n {2}PORT=tám nghìn: .*\n {2}LOG_LEVEL=loud: /,
  );
});

test('the address of a database is not repeated, since it holds a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret-word@host/db' })).toThrow(/DATABASE_URL=…/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret-word@host/db' })).not.toThrow(/secret-word/);
});

test('a demonstration stays on this machine', () => {
  expect(readConfig({}, ['--demo']).demo).toBe(true);
  expect(() => readConfig({ HOST: '0.0.0.0' }, ['--demo'])).toThrow(/--demo chỉ dùng được trên máy này/);
  expect(() => readConfig({}, ['--dmeo'])).toThrow(/Không có tùy chọn --dmeo/);
});

test('a provider of OpenID Connect is named whole or not at all', () => {
  const provider = {
    OIDC_DISCOVERY_URL: 'https://id.example/.well-known/openid-configuration',
    OIDC_CLIENT_ID: 'don-doc',
    OIDC_CLIENT_SECRET: 'a client secret',
    PUBLIC_URL: 'https://don-doc.example',
  };
  expect(readConfig(provider).oidc).toMatchObject({
    clientId: 'don-doc',
    scopes: ['openid', 'email', 'profile'],
  });
  expect(() => readConfig({ ...provider, PUBLIC_URL: '' })).toThrow(/cần đủ .*PUBLIC_URL/);
});

test('a folder for backups is enough, and the hour and what is kept may be said', () => {
  expect(readConfig({ BACKUP_FOLDER: 'b' }).backup).toEqual({
    folder: path.resolve('b'),
    at: { hour: 2, minute: 0 },
    keep: { days: 7, weeks: 4, months: 12 },
  });
  expect(readConfig({ BACKUP_FOLDER: 'b', BACKUP_AT: '23:15', BACKUP_KEEP: '1,0,3' }).backup).toMatchObject({
    at: { hour: 23, minute: 15 },
    keep: { days: 1, weeks: 0, months: 3 },
  });
});

test.each([{ BACKUP_AT: '24:00' }, { BACKUP_AT: '2h' }, { BACKUP_KEEP: '7,4' }, { BACKUP_KEEP: '7,4,-1' }])(
  'backups %j are refused',
  (environment) => {
    expect(() => readConfig({ BACKUP_FOLDER: 'b', ...environment })).toThrow(/không dùng được/);
  },
);

test('a mail server is named whole or not at all, and its password is not repeated', () => {
  const mail = {
    SMTP_URL: 'smtp://me:secret-word@mail.example:587',
    MAIL_FROM: 'Đôn Đốc <don-doc@langson.gov.vn>',
    PUBLIC_URL: 'https://don-doc.example',
  };
  expect(readConfig(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM });
  expect(() => readConfig({ ...mail, MAIL_FROM: '' })).toThrow(/cần đủ SMTP_URL, MAIL_FROM/);
  expect(() => readConfig({ ...mail, MAIL_FROM: 'not an address' })).toThrow(/MAIL_FROM=not an address/);
  expect(() => readConfig({ ...mail, SMTP_URL: 'http://me:secret-word@host' })).toThrow(/SMTP_URL=…/);
});

test('storage for files is named whole or not at all', () => {
  const storage = {
    FILES_BUCKET: 'https://s3.example/don-doc',
    FILES_KEY_ID: 'id',
    FILES_KEY_SECRET: 'a secret',
  };
  expect(readConfig(storage).bucket).toEqual({
    bucket: 'https://s3.example/don-doc',
    accessKeyId: 'id',
    secretAccessKey: 'a secret',
    region: 'us-east-1',
  });
  expect(() => readConfig({ FILES_BUCKET: storage.FILES_BUCKET })).toThrow(/cần đủ FILES_BUCKET/);
});
