import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root; this is `nobody` on Linux, an account that owns nothing. */
const NOBODY = 65534;
/** sockaddr_un.sun_path holds 108 bytes on Linux and 104 on macOS, the final zero included; the socket's own name takes 17. */
const SOCKET_FOLDER_BYTES = 86;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Whom the database runs as: nothing to change for an ordinary user. */
export const databaseUser = (): { uid?: number; gid?: number } => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

/** The folder that holds the node's data when none was named: root has no home another user may enter, so it gets a system folder. */
export function defaultDataFolder(name: string): string {
  if (isRoot()) return `/var/lib/hamdel/${name}`;
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'hamdel', name);
}

/** The folder for what can be made again, such as the unpacked database programs. */
export function cacheFolder(): string {
  if (process.env.HAMDEL_CACHE !== undefined) return resolve(process.env.HAMDEL_CACHE);
  if (isRoot()) return '/var/cache/hamdel';
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'hamdel');
}

/**
 * The folder of the socket, one for each data folder. Access to it is all that guards the database (trust over the socket), so it must be ours alone.
 * @throws Error when someone else made it first.
 */
export function socketFolder(dataFolder: string): string {
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  const uid = process.getuid?.() ?? 0;
  const bases = [isRoot() ? '/run' : process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp'].filter((base): base is string => usable(base));
  const base = bases.find((each) => Buffer.byteLength(join(each, `hamdel-${uid}`, name)) <= SOCKET_FOLDER_BYTES) ?? '/tmp';
  const folder = join(base, `hamdel-${uid}`, name);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  ownedByUs(dirname(folder), uid);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isRoot()) chownSync(folder, NOBODY, NOBODY);
  ownedByUs(folder, isRoot() ? NOBODY : uid);
  return folder;
}

function usable(folder: string | undefined): boolean {
  try {
    return folder !== undefined && statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function ownedByUs(folder: string, uid: number): void {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`The folder ${folder} belongs to someone else, so the database will not use it.`);
}

/** The first folder on the way to `folder` that the database's user may not enter, or null. Only root can meet one. */
export function barredFolder(folder: string): string | null {
  if (!isRoot()) return null;
  const up = dirname(folder);
  const above = up === folder ? null : barredFolder(up);
  if (above !== null) return above;
  return usable(folder) && (statSync(folder).mode & 0o001) === 0 && statSync(folder).uid !== NOBODY ? folder : null;
}
