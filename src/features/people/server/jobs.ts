// The people's work for later: the letter with a sign-in link. The payload holds ids; the token is made again here.

import * as say from '#words/people.ts';
import { isId } from '#kernel/ids.ts';
import { isLocale } from '#kernel/locale.ts';
import type { House } from '#server/house.ts';
import { emailOf, linkByHash } from './accounts.store.ts';
import { codeHash, linkToken } from './tokens.ts';

export const peopleJobs = (house: House) => ({
  'mail-link': async (payload: unknown): Promise<void> => {
    const { linkId, lang } = payload as { linkId?: unknown; lang?: unknown };
    if (!isId(linkId) || !isLocale(lang)) return;
    const token = linkToken(house.nodeKey, linkId);
    const to = await house.db.asDoor(async (tx) => {
      const link = await linkByHash(tx, codeHash(house.nodeKey, token));
      if (!link || link.usedAt || link.expiresAt <= house.clock.now()) return undefined;
      return (await emailOf(tx, link.personId))?.email;
    });
    if (!to) return;
    // The address stands alone on its line: an isolate beside it would become part of the link in some mail programs.
    const text = [say.mailLinkLead(lang), `${house.origin}/sign-in/link/${token}`, say.mailLinkRest(lang)].join('\n\n');
    await house.mail.send({ to, lang, subject: say.mailLinkSubject(lang), text });
  },
});
