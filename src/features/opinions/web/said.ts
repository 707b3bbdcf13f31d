import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/opinions.ts';
import type { accesses, disclosures, stances } from '../rules/choices.ts';
import type { OpinionBody } from '../rules/wire.ts';

/** What the asker's lab has and has not, in words. */
export type Shelf = { readonly have: readonly string[]; readonly haveNot: readonly string[] };

type Word = (l: Locale) => string;
export type Stance = (typeof stances)[number];
export type Access = (typeof accesses)[number];
export type Disclosure = (typeof disclosures)[number];

export const stanceWords: Record<Stance, Word> = {
  cabg: say.stanceCabg, pci: say.stancePci, tavi: say.stanceTavi, surgery: say.stanceSurgery, device: say.stanceDevice, drugs: say.stanceDrugs,
  wait: say.stanceWait, transfer: say.stanceTransfer, 'more-tests': say.stanceMoreTests, other: say.stanceOther,
};
export const accessWords: Record<Access, Word> = {
  'radial-right': say.accessRadialRight, 'radial-left': say.accessRadialLeft, 'distal-radial': say.accessDistalRadial, ulnar: say.accessUlnar, brachial: say.accessBrachial,
  'femoral-right': say.accessFemoralRight, 'femoral-left': say.accessFemoralLeft, axillary: say.accessAxillary, carotid: say.accessCarotid, transcaval: say.accessTranscaval,
  transapical: say.accessTransapical, 'direct-aortic': say.accessDirectAortic, 'venous-femoral': say.accessVenousFemoral, 'venous-jugular': say.accessVenousJugular, transseptal: say.accessTransseptal,
};
export const disclosureWords: Record<Disclosure, Word> = { none: say.disclosureNone, 'device-company': say.disclosureDeviceCompany, other: say.disclosureOther };

/** The thing's name stands in isolates: a colleague wrote it, in either script. */
export const kitSentence = (l: Locale, k: NonNullable<OpinionBody['kit']>[number]): string =>
  k.when === 'on-shelf' ? `\u2068${k.item}\u2069` : k.instead?.trim() ? say.ifNot(l, { item: k.item, instead: k.instead }) : say.ifAvailable(l, { item: k.item });
export const accessList = (l: Locale, list: readonly string[]): string => list.map((a) => accessWords[a as Access]?.(l) ?? a).join(l === 'fa' ? '، ' : ', ');
