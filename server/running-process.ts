import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  /** When it began, in whatever form this system tells it: the same number and the same beginning are one process. */
  readonly began: string;
  /** Its command line; on Windows the name of its program only. */
  readonly command: string;
}

/** Whether some process has the number: cheap enough to ask often, and no proof that it is the same as before. */
export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !existsSync('/proc/self/stat') || readProc(pid) !== undefined;
}

/** What the system knows of a process; undefined where none has that number (any longer). */
export function findRunningProcess(pid: number): RunningProcess | undefined {
  if (!isProcessAlive(pid)) return undefined;
  if (existsSync('/proc/self/stat')) return readProc(pid);
  return process.platform === 'win32' ? askPowershell(pid) : askPs(pid);
}

function readProc(pid: number): RunningProcess | undefined {
  try {
    // Field 22; the name in parentheses before it may hold spaces.
    const began = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    // One that ended and was not yet taken note of by its parent has no command line any more.
    return command === '' ? undefined : { began, command };
  } catch {
    return undefined;
  }
}

function askPs(pid: number): RunningProcess | undefined {
  const [began, command] = ['lstart=', 'command='].map((field) =>
    spawnSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).stdout?.trim(),
  );
  return command === undefined || command === '' ? undefined : { began: began ?? '', command };
}

function askPowershell(pid: number): RunningProcess | undefined {
  const script = `$p = Get-Process -Id ${pid}; "$($p.StartTime.Ticks)|$($p.Path)"`;
  const { stdout } = spawnSync('powershell', ['-NoProfile', '-Command', script], { encoding: 'utf8' });
  const [began, command] = (stdout ?? '').trim().split('|');
  return command === undefined || command === '' ? undefined : { began: began ?? '', command };
}
