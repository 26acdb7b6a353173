import { createTransport } from 'nodemailer';
import type { MailAnswer, Mailer } from './mailer.ts';

export interface SmtpOptions {
  /** smtp://user:password@host:port, or smtps:// where the connection is encrypted from its beginning. */
  readonly url: string;
  /** Whom letters come from: "Đôn Đốc <don-doc@langson.gov.vn>". */
  readonly from: string;
  /** What could not be sent, for the log. */
  readonly report?: (error: unknown) => void;
  readonly timeoutMs?: number;
}

const PATIENCE_MS = 15_000;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost)$/;

/** Letters by SMTP. STARTTLS is used wherever it is offered, and demanded before a password crosses the network. */
export function createSmtpMailer({
  url,
  from,
  report = () => undefined,
  timeoutMs = PATIENCE_MS,
}: SmtpOptions): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const isEncrypted = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isEncrypted ? 465 : 587) : Number(port),
    secure: isEncrypted,
    requireTLS: !isEncrypted && username !== '' && !LOOPBACK.test(hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    // Longer, so that a server that never greets is told apart from one that fell silent in the midst of a letter.
    socketTimeout: timeoutMs * 2,
    // A letter is made of words only: nothing is ever fetched or read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  });
  return {
    isConfigured: true,
    send: async ({ to, subject, text, html, messageId }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: to.name, address: to.email },
          subject,
          text,
          html,
          ...(messageId === undefined ? {} : { messageId }),
        });
        return { sent: true };
      } catch (error) {
        report(error);
        return explainTrouble(error as SmtpTrouble);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpTrouble {
  readonly code?: string;
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly timeoutType?: string;
  readonly originalCode?: string;
}

function explainTrouble(trouble: SmtpTrouble): MailAnswer {
  const { code = '', responseCode = 0 } = trouble;
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return responseCode >= 400 && responseCode < 500
      ? { sent: false, why: 'refused', isTemporary: true }
      : { sent: false, why: 'refused' };
  return wasBeforeLetters(trouble)
    ? { sent: false, why: 'unreachable' }
    : { sent: false, why: 'unreachable', mayHaveLeft: true };
}

/** Whether the line broke before anything could be said of a letter; where that is not certain, it is not so. */
function wasBeforeLetters({ code = '', syscall, timeoutType, originalCode = '' }: SmtpTrouble): boolean {
  return (
    syscall === 'connect' ||
    ['EDNS', 'EAUTH', 'ETLS'].includes(code) ||
    timeoutType === 'CONNECT_TIMEOUT' ||
    timeoutType === 'GREETING_TIMEOUT' ||
    /CERT|TLS|SSL/.test(originalCode)
  );
}
