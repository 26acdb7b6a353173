import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeSelfSigned } from '#test/self-signed.ts';
import { readMessage, startSmtp, type TestSmtp } from '#test/smtp.ts';
import type { Letter, Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { writeLetter } from './write-letter.ts';

const FROM = 'Đôn Đốc <don-doc@langson.gov.vn>';
const LETTER: Letter = writeLetter({
  to: { name: 'Nguyễn Thị Hồng Hạnh', email: 'hanh@langson.gov.vn' },
  subject: 'Lời mời dùng Đôn Đốc: kế hoạch cải cách hành chính của tỉnh Lạng Sơn năm 2026',
  paragraphs: ['Chào chị Hạnh,', 'Sở Nội vụ mời chị "nhận việc" <ngay>.'],
  link: { words: 'Nhận lời mời', url: 'https://don-doc.langson.gov.vn/loi-moi#abc-_123' },
  closing: ['Đường dẫn dùng được một lần.'],
});
const { key, cert } = makeSelfSigned();
const closing: (() => unknown)[] = [];
const errors: unknown[] = [];

async function run(options: Parameters<typeof startSmtp>[0], account = ''): Promise<[Mailer, TestSmtp]> {
  const smtp = await startSmtp(options);
  const url = `smtp://${account}127.0.0.1:${smtp.port}`;
  const mailer = createSmtpMailer({
    url,
    from: FROM,
    report: (error) => errors.push(error),
  });
  closing.push(() => mailer.close(), smtp.close);
  return [mailer, smtp];
}

let trusted: string[];
beforeAll(() => {
  trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, cert]);
});
afterAll(() => tls.setDefaultCACertificates(trusted));
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a letter', () => {
  test('arrives in Vietnamese, subject and body, as plain text and as HTML that runs nothing', async () => {
    const [mailer, smtp] = await run({});
    expect(await mailer.send(LETTER)).toEqual({ sent: true });
    const [message] = smtp.received;
    expect(message).toMatchObject({ from: 'don-doc@langson.gov.vn', to: ['hanh@langson.gov.vn'] });
    const { subject, parts } = readMessage(message?.raw ?? '');
    expect(subject).toBe(LETTER.subject);
    const [text, html] = parts;
    expect(text?.replaceAll('\r\n', '\n').trim()).toBe(LETTER.text.trim());
    expect(text).toContain('Nhận lời mời:');
    expect(html).toContain('<a href="https://don-doc.langson.gov.vn/loi-moi#abc-_123">Nhận lời mời</a>');
    expect(html).toContain('&quot;nhận việc&quot; &lt;ngay&gt;');
    expect(html).not.toMatch(/<script|<img|src=/);
  });

  test('crosses the network encrypted where the server offers STARTTLS, signed in by name and password', async () => {
    const [mailer, smtp] = await run(
      {
        key,
        cert,
        authOptional: false,
        onAuth: ({ username, password }, _session, answer) =>
          answer(
            username === 'don-doc@langson' && password === 'p:ss/wörd' ? null : new Error('no'),
            username === undefined ? {} : { user: username },
          ),
      },
      `${encodeURIComponent('don-doc@langson')}:${encodeURIComponent('p:ss/wörd')}@`,
    );
    expect(await mailer.send(LETTER)).toEqual({ sent: true });
    expect(smtp.received[0]).toMatchObject({ secure: true, user: 'don-doc@langson' });
  });

  test('goes to whom it can, and tells which addresses are refused', async () => {
    const [mailer, smtp] = await run({});
    const to = { name: 'Không ai', email: 'nobody@langson.gov.vn' };
    expect(await mailer.send({ ...LETTER, to })).toEqual({ sent: false, why: 'refused' });
    expect(await mailer.send(LETTER)).toEqual({ sent: true });
    expect(smtp.received).toHaveLength(1);
  });
});

describe('no letter goes', () => {
  test('where the password is wrong', async () => {
    const [mailer] = await run(
      { key, cert, onAuth: (_given, _session, answer) => answer(new Error('no')) },
      'a:b@',
    );
    expect(await mailer.send(LETTER)).toEqual({ sent: false, why: 'unreachable' });
    expect(errors.at(-1)).toMatchObject({ code: 'EAUTH' });
  });

  test('where the certificate is one nobody vouches for', async () => {
    const other = makeSelfSigned();
    const [mailer, smtp] = await run(other);
    expect(await mailer.send(LETTER)).toEqual({ sent: false, why: 'unreachable' });
    expect(smtp.received).toEqual([]);
  });

  test('where nobody listens', async () => {
    const [mailer, smtp] = await run({});
    await smtp.close();
    expect(await mailer.send(LETTER)).toEqual({ sent: false, why: 'unreachable' });
  });

  test('where the server never answers, and that is known soon', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const { port } = silent.address() as AddressInfo;
    const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: FROM, timeoutMs: 200 });
    closing.push(
      () => mailer.close(),
      () => silent.close(),
    );
    expect(await mailer.send(LETTER)).toEqual({ sent: false, why: 'unreachable' });
  });
});
