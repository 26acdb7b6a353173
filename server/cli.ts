import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { AgencyMention } from '#domain/agency/agency-phrase.ts';
import { type Refusal, refusal, refusalSentence } from '#domain/kernel/refusal.ts';
import { type Result, refuse } from '#domain/kernel/result.ts';
import type { Deadline } from '#domain/plan/deadline/deadline.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import type { Target } from '#domain/plan/target/target.ts';
import { exportAuditCommand, type Told, verifyAuditCommand } from './audit/audit-command.ts';
import { backupCommand } from './backup/backup-command.ts';
import { restoreCommand } from './backup/restore-command.ts';
import { CannotStart } from './cannot-start.ts';
import type { CommandAnswer } from './command-answer.ts';
import { readConfig } from './config.ts';
import { presentAgency, presentDeadline, presentPlan, presentTarget } from './plan/present-reading.ts';
import { readPlanApart } from './plan/source/read-apart.ts';
import { MAX_FILE_MB } from './plan/source/read-source.ts';
import {
  isPhraseKind,
  PHRASE_READERS,
  type PhraseKind,
  type PhraseReading,
  readLineChunks,
} from './read-phrases.ts';

const USAGE = `Cách dùng:
  don-doc plan read TỆP [--json] [--as-of yyyy-mm-dd]
      Đọc tệp kế hoạch (.docx, .xlsx, .pdf, .txt, .tsv) và in những gì đọc được.
  don-doc read target|deadline|agency [--json] < câu.txt
      Đọc từng dòng: chỉ tiêu, thời hạn hoặc cơ quan. "read target" nhận cả dòng JSON {"text", "subject", "unit"}.
  don-doc backup TỆP [--replace]
      Sao lưu toàn bộ dữ liệu (cơ sở dữ liệu, tệp, khóa) vào một tệp, kể cả khi hệ thống đang chạy.
  don-doc backup verify TỆP
      Kiểm tra một bản sao lưu mà không khôi phục.
  don-doc restore TỆP
      Khôi phục vào nơi còn trống (DON_DOC_DATA hoặc DATABASE_URL), rồi đối chiếu lại với bản sao lưu.
  don-doc audit verify [TỆP] [--public-key TỆP] [--json]
      Kiểm tra nhật ký có còn nguyên vẹn không: của tệp đã xuất (không cần cơ sở dữ liệu), hoặc của hệ thống này.
  don-doc audit export TỆP [--json]
      Xuất toàn bộ nhật ký ra tệp, mỗi dòng một đối tượng JSON, có ký.

  --replace thay bản sao lưu cũ cùng tên
  --json    in JSON (read: mỗi dòng một đối tượng {"text", "reading"})
  --as-of   ngày xét cơ quan và văn bản còn hiệu lực; mặc định là hôm nay
  --help    in hướng dẫn này
`;
const [DONE, REFUSED, MISUSED] = [0, 1, 2];

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseCommand(args);
  if (typeof parsed === 'string') return misuse(parsed);
  const { words, json, replace, asOf, help, publicKey } = parsed;
  if (help) {
    await write(USAGE);
    return DONE;
  }
  const [noun, act, ...rest] = words;
  if (noun === 'plan' && act === 'read') {
    const [file, ...others] = rest;
    if (file === undefined || others.length > 0) return misuse('Lệnh "plan read" cần đúng một tệp.');
    return await readPlanCommand(file, asOf, json);
  }
  if (noun === 'backup') return await answer(backupCommand(words.slice(1), { replace, json }), json);
  if (noun === 'restore') return await answer(restoreCommand(words.slice(1), { json }), json);
  if (noun === 'read' && isPhraseKind(act)) {
    if (rest.length > 0)
      return misuse(`Lệnh "read ${act}" đọc các câu từ đầu vào chuẩn, không nhận thêm "${rest[0]}".`);
    return await readPhrasesCommand(act, json);
  }
  if (noun === 'audit' && act === 'verify') {
    const [file, ...others] = rest;
    if (others.length > 0) return misuse('Lệnh "audit verify" cần nhiều nhất một tệp.');
    return await tell(
      verifyAuditCommand(() => readConfig(process.env), { file, publicKeyFile: publicKey }),
      json,
    );
  }
  if (noun === 'audit' && act === 'export') {
    const [file, ...others] = rest;
    if (file === undefined || others.length > 0) return misuse('Lệnh "audit export" cần đúng một tệp.');
    return await tell(
      exportAuditCommand(() => readConfig(process.env), file),
      json,
    );
  }
  return misuse(words.length === 0 ? 'Chưa có lệnh.' : `Không có lệnh "${words.join(' ')}".`);
}

function parseCommand(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        replace: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'as-of': { type: 'string' },
        'public-key': { type: 'string' },
      },
    });
    const asOf = values['as-of'] ?? Temporal.Now.plainDateISO().toString();
    if (!isDate(asOf)) return `Ngày "${asOf}" phải viết theo dạng yyyy-mm-dd.`;
    return {
      words: positionals,
      json: values.json === true,
      replace: values.replace === true,
      help: values.help === true,
      asOf,
      publicKey: values['public-key'],
    };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error)
      return `Không hiểu tham số ${/'(--?[^' ]*)/.exec(error.message)?.[1] ?? ''}.`;
    throw error;
  }
}

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' }).toString() === written;
  } catch {
    return false;
  }
}

/** What stops a command and an operator can mend is said in a sentence, like what a check found. */
async function orExplain(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
}

function tell(command: Promise<Told>, json: boolean): Promise<number> {
  return orExplain(async () => {
    const told = await command;
    await write(json ? `${JSON.stringify(told.json)}\n` : `${told.text}\n`);
    return told.code;
  });
}

/** What a command answers: words, refusals, or how it is used. */
function answer(command: Promise<CommandAnswer>, json: boolean): Promise<number> {
  return orExplain(async () => {
    const answered = await command;
    if ('misused' in answered) return misuse(answered.misused);
    if (!answered.ok) return await tellRefusals(answered.refusals, json);
    await write(answered.value);
    return DONE;
  });
}

async function readPlanCommand(file: string, asOf: string, json: boolean): Promise<number> {
  const read = await readPlanFrom(file, asOf);
  if (read.ok) {
    await write(json ? `${JSON.stringify(read.value)}\n` : presentPlan(read.value));
    return DONE;
  }
  return await tellRefusals(read.refusals, json);
}

async function tellRefusals(refusals: readonly Refusal[], json: boolean): Promise<number> {
  if (json) {
    const told = refusals.map((one) => ({ ...one, message: refusalSentence(one) }));
    await write(`${JSON.stringify({ refusals: told })}\n`);
  }
  for (const one of refusals) process.stderr.write(`${refusalSentence(one)}\n`);
  return REFUSED;
}

async function readPlanFrom(file: string, asOf: string): Promise<Result<PlanReading>> {
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > MAX_FILE_MB * 1024 * 1024) {
      return refuse(refusal('file-too-large', { file: path.basename(file), limit: MAX_FILE_MB }));
    }
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return refuse(refusal('not-found', { what: `tệp "${file}"` }));
    throw error;
  }
  return await readPlanApart({ bytes, fileName: path.basename(file), asOf });
}

async function readPhrasesCommand(kind: PhraseKind, json: boolean): Promise<number> {
  const read = PHRASE_READERS[kind];
  for await (const lines of readLineChunks(process.stdin)) {
    let answer = '';
    for (const line of lines) {
      const reading = read(line);
      answer += json ? `${JSON.stringify(reading)}\n` : `${presentPhrase(kind, reading)}\n`;
    }
    await write(answer);
  }
  return DONE;
}

function presentPhrase(kind: PhraseKind, { text, reading }: PhraseReading): string {
  const shown =
    kind === 'deadline'
      ? presentDeadline(reading as Deadline)
      : kind === 'target'
        ? (reading as readonly Target[]).map(presentTarget).join(' | ')
        : (reading as readonly AgencyMention[]).map(presentAgency).join(' | ');
  return `${text} → ${shown === '' ? '(không có)' : shown}`;
}

function misuse(problem: string): number {
  process.stderr.write(`${problem}\n\n${USAGE}`);
  return MISUSED;
}

/** Waits until a slow reader of our output has taken it. */
async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

// `| head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
