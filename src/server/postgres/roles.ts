import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** The same database as the app's own role, which owns nothing and cannot bypass row-level security. */
export function webUrl(ownerUrl: string, password: string | null = null): string {
  const [head = '', rest = ''] = split(ownerUrl);
  return `${head}hamdel_web${password === null ? '' : `:${encodeURIComponent(password)}`}@${rest}`;
}

// Not `new URL`: a URL without a host (`user@/db?host=…`, as for a socket) is none to it.
function split(url: string): [string, string] {
  const parts = /^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?(.*)$/s.exec(url);
  if (parts === null) throw new Error('DATABASE_URL is not a PostgreSQL address, which looks like postgresql://owner:password@host:5432/hamdel');
  return [parts[1] ?? '', parts[2] ?? ''];
}

/**
 * For a database of the operator's own: gives hamdel_web a random password, kept in the data folder with mode 600, and returns its URL.
 * Run after `migrate`, which makes the role.
 */
export async function grantWebLogin(ownerUrl: string, dataDir: string): Promise<string> {
  const file = join(dataDir, 'web-password');
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  // ALTER ROLE takes no parameters; the password is hexadecimal, so it cannot end the literal.
  if (!/^[0-9a-f]{32,}$/.test(password)) throw new Error(`The file ${file} does not hold a password made by Hamdel. Delete it to have a new one made.`);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`alter role hamdel_web login password '${password}'`);
  } finally {
    await client.end();
  }
  return webUrl(ownerUrl, password);
}
