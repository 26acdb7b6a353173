import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refusal } from '#domain/kernel/refusal.ts';
import { type Result, refuse } from '#domain/kernel/result.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import type { SourceDocument } from '#domain/plan/document/source.ts';

export interface ReadingLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const READING_LIMITS: ReadingLimits = { seconds: 60, megabytes: 1024 };

export interface ReadingRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** ISO date on which agencies and laws must still exist. */
  readonly asOf: string;
}

/** Only the tables of a file: the words of their cells. */
export interface TableRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** All the words of a file, with no regard to what they are about. */
export interface DocumentRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mostMegabytes: number;
}

type Request = ReadingRequest | TableRequest | DocumentRequest;
type Answer = PlanReading | Grid | SourceDocument;

export type Grid = readonly (readonly string[])[];

export type ReadingMessage = 'ready' | { readonly result: Result<Answer> } | { readonly bug: string };

const PROGRAM = fileURLToPath(new URL('./reading-process.ts', import.meta.url));
/** Of the environment a reading needs nothing but what Windows needs to start a program: no passwords go along. */
const ENVIRONMENT = ['SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP'];
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads a plan in a process of its own. */
export async function readPlanApart(
  request: ReadingRequest,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Result<PlanReading>> {
  return (await readApart(request, limits)) as Result<PlanReading>;
}

/** Reads the tables of a file, one below the other, likewise. */
export async function readTableApart(
  request: TableRequest,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Result<Grid>> {
  return (await readApart(request, limits)) as Result<Grid>;
}

/** Reads every word of a file, likewise. */
export async function readDocumentApart(
  request: DocumentRequest,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Result<SourceDocument>> {
  return (await readApart(request, limits)) as Result<SourceDocument>;
}

/**
 * Two at most read at one time: whatever a file does to its reader, requests go on being answered. A reading that
 * outgrows its limits is ended and refused.
 */
async function readApart(request: Request, limits: ReadingLimits): Promise<Result<Answer>> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await readInProcess(request, limits);
  } finally {
    const next = waiting.shift();
    // The place is handed on; only without anyone waiting does it fall free.
    if (next === undefined) running -= 1;
    else next();
  }
}

function readInProcess(request: Request, limits: ReadingLimits): Promise<Result<Answer>> {
  return new Promise((resolve, reject) => {
    const child = startReader(limits);
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.seconds * 1000);
    let heard: ReadingMessage | undefined;
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      if (complaint.length < 4000) complaint += String(chunk);
    });
    child.on('message', (message) => {
      heard = message as ReadingMessage;
      // The child may be gone before it has taken everything; its exit tells.
      if (heard === 'ready') child.send(request, () => {});
      else child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      // It ended while it read, or was ended: the file was too much for it. If it never began, the fault is ours.
      if (heard === undefined && code !== null)
        reject(new Error(`The reading process did not start (exit ${code}): ${complaint}`));
      else if (heard === undefined || heard === 'ready')
        resolve(refuse(refusal('reading-too-long', { file: request.fileName })));
      else if ('bug' in heard) reject(new Error(`Reading a plan failed: ${heard.bug}`));
      else resolve(heard.result);
    });
  });
}

function startReader({ seconds, megabytes }: ReadingLimits): ChildProcess {
  const environment = Object.fromEntries(
    ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return fork(PROGRAM, [String(seconds), String(megabytes)], {
    env: environment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // It may read the program's own files and nothing else: no writing, no programs, no native code.
    execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--allow-worker'],
  });
}
