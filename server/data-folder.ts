import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A failure the operator can mend: printed without a stack, in both languages. */
export class CannotStart extends Error {}

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
  const own: Holder = { pid: process.pid, began: beganAt(process.pid), address: '' };
  take(file, own);
  return {
    announce: (address) => writeFileSync(file, JSON.stringify({ ...own, address })),
    release: () => rmSync(file, { force: true }),
  };
}

function take(file: string, own: Holder): void {
  const draft = `${file}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        // A link is made whole or not at all, so two that start together cannot both hold the folder.
        linkSync(draft, file);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) {
        const where = holder.address === '' ? '' : ` ${holder.address}`;
        throw new CannotStart(
          `Đôn Đốc đang chạy trên thư mục này rồi:${where} (tiến trình ${holder.pid}). Hãy mở địa chỉ đó, hoặc dừng nó trước.\n` +
            `Already running on this folder:${where} (process ${holder.pid}).`,
        );
      }
      rmSync(file, { force: true });
    }
    throw new CannotStart(
      'Không giữ được thư mục dữ liệu. Hãy thử lại. / Could not lock the data folder; try again.',
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return beganAt(holder.pid) === holder.began;
}

function beganAt(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return '';
  // Field 22; the name in parentheses before it may hold spaces.
  return readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
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
