import { readFileSync } from 'node:fs';
import { readJsonLines } from '#features/egress/rules/export.ts';
import { verifyLedger } from '#features/egress/rules/verify.ts';
import { troubleText } from '#features/egress/web/trouble-text.ts';
import type { Locale } from '#kernel/locale.ts';
import * as words from '#words/entry.ts';
import { type Command, exitUsage, Plain } from './command.ts';

/** `./hamdel verify-ledger FILE [--head HASH]`: recomputes a ledger's chain. Exit 0 when it is whole, 1 when not; every trouble is named. */
export const command: Command = {
  help: words.helpVerifyLedger,
  options: { head: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, positionals: [file] }, { l, say }) {
    if (file === undefined) throw new Plain(words.helpVerifyLedger(l), exitUsage);
    const read = readJsonLines(textOf(file, l));
    if (read === undefined) throw new Plain(words.ledgerNone(l, { file }), exitUsage);
    const { rows, unread } = read;
    // A head kept elsewhere counts more than the one that the file itself tells.
    const kept = typeof values.head === 'string' ? rows.findLast(({ hash }) => hash === values.head) : undefined;
    const headGone = typeof values.head === 'string' && kept === undefined;
    const troubles = verifyLedger(rows, read.head);
    const sound = troubles.length === 0 && unread.length === 0 && !headGone;
    if (values.json === true) say(JSON.stringify({ sound, rows: rows.length, troubles, unreadLines: unread, ...(typeof values.head === 'string' ? { headThere: !headGone } : {}) }, null, 2));
    else {
      for (const one of troubles) say(plain(troubleText(l, one)));
      for (const line of unread) say(words.ledgerUnread(l, { n: line }));
      if (headGone) say(words.ledgerHeadGone(l));
      say(sound ? words.ledgerSound(l, { n: rows.length }) : words.ledgerUnsound(l));
    }
    return sound ? 0 : 1;
  },
};

const textOf = (file: string, l: Locale): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Plain(words.ledgerNone(l, { file }), exitUsage);
  }
};

/** A terminal shows isolates as signs. */
const plain = (sentence: string): string => sentence.replace(/[\u2066-\u2069]/g, '');
