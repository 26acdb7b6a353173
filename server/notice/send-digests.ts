import { sql } from 'kysely';
import { composeDigest } from '#domain/notice/compose-digest.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { wholeProvince, withScope } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import type { MailAnswer } from '../mail/mailer.ts';
import {
  type ClaimedDigest,
  claimDigests,
  type DigestOutcome,
  recordOutcome,
  releaseMarked,
} from './digest.store.ts';
import type { NoticeParts } from './notice-parts.ts';

/** As many as the mailer has connections: no more than these are in doubt after a crash. */
const AT_ONCE = 3;
/** Minutes until a letter that was put off is tried again, each time. */
const BACK_OFF = [5, 15, 60, 240, 480] as const;

/**
 * Sends the digests whose time has come. One server sends at a time. Each is marked before it is handed to the mail
 * server and after, so nothing that is known to have left leaves again, and nothing queued is lost. What remains: a
 * crash or a broken line between the mail server's yes and our writing it down leaves at most three digests in doubt. They are handed
 * over again, since a reminder lost is worse than one repeated, under the same Message-ID and with the same content,
 * by which receiving servers and readers can tell the repetition.
 */
export async function sendDigests(
  deps: BaseDeps,
  { mailer, publicUrl }: NoticeParts,
  signal?: AbortSignal,
): Promise<{ readonly sent: number; readonly failed: number }> {
  if (!mailer.isConfigured || publicUrl === undefined) return { sent: 0, failed: 0 };
  return deps.db.connection().execute(async (held) => {
    // Held by the connection: whoever dies lets go of it.
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(hashtext('notice'), hashtext(${deps.provinceId})) as mine`.execute(held);
    if (rows[0]?.mine !== true) return { sent: 0, failed: 0 };
    try {
      return await sendAll(deps, { mailer, publicUrl }, signal);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('notice'), hashtext(${deps.provinceId}))`.execute(held);
    }
  });
}

async function sendAll(
  deps: BaseDeps,
  { mailer, publicUrl }: NoticeParts & { readonly publicUrl: string },
  signal: AbortSignal | undefined,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const scope = wholeProvince(deps.provinceId);
  const calendar = await withScope(deps.db, scope, async (tx) => {
    await releaseMarked(tx);
    return loadCalendar(tx);
  });
  let [sent, failed] = [0, 0];
  while (signal?.aborted !== true) {
    const now = deps.now();
    const clock = now.toZonedDateTimeISO('Asia/Ho_Chi_Minh');
    if (!calendar.isWorkingDay(clock.toPlainDate().toString())) break;
    const claimed = await withScope(deps.db, scope, (tx) =>
      claimDigests(tx, {
        now: now.toString(),
        time: clock.toPlainTime().toString({ smallestUnit: 'minute' }),
        limit: AT_ONCE,
      }),
    );
    if (claimed.length === 0) break;
    const answers = await Promise.all(
      claimed.map(async (digest) => {
        const answer = await handOver(digest, { mailer, publicUrl });
        const outcome = judgeAnswer(answer, digest, deps.now());
        await withScope(deps.db, scope, (tx) => recordOutcome(tx, digest.id, outcome));
        return { answer, outcome };
      }),
    );
    sent += answers.filter(({ outcome }) => outcome.state === 'sent').length;
    failed += answers.filter(({ outcome }) => outcome.state === 'failed').length;
    // Nobody listens: the others wait, rather than each being tried.
    if (answers.every(({ answer }) => !answer.sent && answer.why === 'unreachable')) break;
  }
  return { sent, failed };
}

type Answer = MailAnswer | { readonly sent: false; readonly why: 'unwanted' };

async function handOver(
  digest: ClaimedDigest,
  { mailer, publicUrl }: Pick<NoticeParts, 'mailer'> & { readonly publicUrl: string },
): Promise<Answer> {
  if (digest.isUnwanted || digest.lines.length === 0) return { sent: false, why: 'unwanted' };
  const { name, email, day, lines, messageId } = digest;
  const letter = composeDigest({ name, day, lines, publicUrl: publicUrl.replace(/\/+$/, '') });
  return mailer.send({ to: { name, email }, ...letter, messageId });
}

function judgeAnswer(answer: Answer, { attempts }: ClaimedDigest, now: Temporal.Instant): DigestOutcome {
  if (answer.sent) return { state: 'sent', at: now.toString() };
  if (answer.why === 'unwanted') return { state: 'dropped' };
  if (answer.why === 'refused' && answer.isTemporary !== true)
    return {
      state: 'failed',
      trouble: 'Máy chủ thư không nhận địa chỉ này. Hãy kiểm tra địa chỉ thư điện tử của người nhận.',
    };
  if (answer.why === 'refused' && attempts > BACK_OFF.length)
    return { state: 'failed', trouble: `Máy chủ thư hẹn gửi lại sau; đã thử ${attempts} lần và thôi gửi.` };
  // Whoever cannot be reached is no reason to give up: the letter waits, and takes in what comes until then.
  const minutes = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 0;
  const why = answer.why === 'refused' ? 'Máy chủ thư hẹn gửi lại sau' : 'Không kết nối được máy chủ thư';
  return {
    state: 'queued',
    sendAfter: now.add({ minutes }).toString(),
    trouble: `${why}; sẽ gửi lại sau ${minutes} phút.`,
    mayHaveLeft: answer.why === 'unreachable' && answer.mayHaveLeft === true,
  };
}
