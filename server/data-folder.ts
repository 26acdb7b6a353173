import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { findRunningProcess } from './running-process.ts';

interface Holder {
  readonly pid: number;
  /** What the kernel says of when the process began, where it says so: tells a recycled number from the same process. */
  readonly began: string;
  readonly address: string;
}

export interface FolderLock {
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

/** Makes the folder, checks that it can be written, and holds it for this process alone. */
export function holdDataFolder(folder: string): FolderLock {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    writeFileSync(path.join(folder, '.write-test'), 'x');
    rmSync(path.join(folder, '.write-test'));
  } catch (error) {
    throw new CannotStart(explainWriteFailure(folder, error));
  }
  const file = path.join(folder, 'don-doc.lock');
  const own: Holder = {
    pid: process.pid,
    began: findRunningProcess(process.pid)?.began ?? '',
    address: '',
  };
  take(file, own);
  return {
    announce: (address) => writeFileSync(file, JSON.stringify({ ...own, address })),
    release: () => rmSync(file, { force: true }),
  };
}

function take(file: string, own: Holder): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, own)) return;
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) {
      const where = holder.address === '' ? '' : ` ${holder.address}`;
      throw new CannotStart(
        `Đôn Đốc đang chạy trên thư mục này rồi:${where} (tiến trình ${holder.pid}). Hãy mở địa chỉ đó, hoặc dừng nó trước.\n` +
          `Already running on this folder:${where} (process ${holder.pid}).`,
      );
    }
    removeStale(file, holder, own.pid);
  }
  throw new CannotStart(
    'Không giữ được thư mục dữ liệu. Hãy thử lại. / Could not lock the data folder; try again.',
  );
}

/** False where the file is there already. It is made whole or not at all, so two that start together cannot both hold it. */
function create(file: string, own: Holder): boolean {
  const draft = `${file}.${own.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(own));
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC') throw new CannotStart(explainWriteFailure(path.dirname(file), error));
  } finally {
    rmSync(draft, { force: true });
  }
  // Disks without links (exFAT, some network shares): opened for this process alone instead.
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new CannotStart(explainWriteFailure(path.dirname(file), error));
  }
}

/** Moved away rather than removed: if another process took the lock over meanwhile, its lock is put back. */
function removeStale(file: string, stale: Holder | undefined, pid: number): void {
  const aside = `${file}.stale.${pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.pid !== stale?.pid && isAlive(moved)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  return holder.pid !== process.pid && findRunningProcess(holder.pid)?.began === holder.began;
}

export function explainWriteFailure(folder: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC')
    return `Hết chỗ trên đĩa chứa ${folder}. Hãy giải phóng dung lượng rồi chạy lại. / No space left on the disk of ${folder}.`;
  return (
    `Không ghi được vào thư mục dữ liệu ${folder} (${code ?? String(error)}). Hãy cấp quyền ghi hoặc đặt DON_DOC_DATA sang thư mục khác.\n` +
    `Cannot write to the data folder ${folder}; grant the right or set DON_DOC_DATA.`
  );
}
