import { openDatabase } from '#server/db/executor.ts';
import { uuidV7 } from '#server/deps.ts';
import { createSmtpMailer } from '#server/mail/smtp-mailer.ts';
import { remind } from '#server/notice/remind.ts';

// Reminds once in a process of its own, which a test may kill: node test/remind-process.ts URL PROVINCE NOW SMTP.
const [url = '', provinceId = '', instant = '', smtp = ''] = process.argv.slice(2);
const now = () => Temporal.Instant.from(instant);
const db = openDatabase(url, { role: 'don_doc_app', connections: 4 });
const mailer = createSmtpMailer({ url: smtp, from: 'Đôn Đốc <don-doc@langson.gov.vn>' });
try {
  await remind(
    { db, provinceId, agencies: { held: undefined }, now, newId: () => uuidV7(now()) },
    { mailer, publicUrl: 'https://don-doc.langson.gov.vn' },
  );
} finally {
  mailer.close();
  await db.destroy();
}
