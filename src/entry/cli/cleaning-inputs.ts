import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Files of one call; a hospital's disc holds some hundreds. */
const MOST = 20_000;

export type Inputs = {
  readonly paths: readonly string[];
  readonly bytes: number;
  /** More files were there than one call takes. */
  readonly cut: boolean;
};

/**
 * The files that are meant by files and folders, in a steady order: folders are walked, links in them are not followed, and the
 * folder `out` is left alone. A path that is not there stays in the list: it is answered like any other.
 */
export function inputsOf(given: readonly string[], out: string): Inputs {
  const paths: string[] = [];
  let bytes = 0;
  const place = resolve(out);
  const add = (path: string): void => {
    const full = resolve(path);
    if (paths.length > MOST || full === place || full.startsWith(place + sep)) return;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) walk(path);
    else {
      bytes += found?.size ?? 0;
      paths.push(path);
    }
  };
  const walk = (folder: string): void => {
    for (const entry of entriesOf(folder)) if (entry.isDirectory() || entry.isFile()) add(join(folder, entry.name));
  };
  for (const path of given) add(path);
  return { paths: paths.slice(0, MOST), bytes, cut: paths.length > MOST };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // a folder that may not be read
  }
}
