// "Would this file pass?": the files of a drop go one by one through the same workers as for a case, with keys of this moment that nobody keeps. Nothing is sent or stored.
import { type DeskReason, imaging, type Look, lookOf, readDrop, wholeOf } from '#features/cases/web/cleaning-door.ts';
import { newId } from '#kernel/ids.ts';
import { browserRandom } from '#web/random.ts';
import type { Proposal } from 'imaging/pixels/box';

/** One drop shows at most so many runs: enough for a whole study, and pictures of all of them stay in memory. */
const MOST = 40;

export type Verdict =
  | { readonly kind: 'passes' | 'covers'; readonly look: Look; readonly masks: readonly Proposal[] }
  | { readonly kind: 'refused'; readonly reason: DeskReason };
export type Checked = { readonly id: string; readonly name: string; readonly verdict: Verdict; /** From the start of its reading. */ readonly seconds: number };
export type Told = { readonly total: number; readonly left: number; readonly checked: readonly Checked[] };

const unreadable: Verdict = { kind: 'refused', reason: { code: 'unreadable', params: {} } };

/** A paper leaves as a picture of its own, which is looked at on the page of images. */
const paper: Verdict = { kind: 'refused', reason: { code: 'dicom-paper', params: {} } };

const verdictOf = async (id: string, file: Blob | undefined): Promise<Verdict> => {
  if (file === undefined) return unreadable;
  const options = { key: new Uint8Array(browserRandom.bytes(32)), caseSalt: new Uint8Array(browserRandom.bytes(16)) };
  const review = await imaging().clean(id, file, options).catch(() => undefined);
  imaging().forget(id);
  if (review === undefined) return { kind: 'refused', reason: { code: 'worker-ended', params: {} } };
  if (!review.ok) return { kind: 'refused', reason: { code: review.code as DeskReason['code'], params: review.params } };
  return { kind: review.value.proposals.length > 0 ? 'covers' : 'passes', look: lookOf(review.value), masks: review.value.proposals };
};

/** Tells after each file how far it is; ends early when `gone` says that nobody looks any more. */
export const check = async (files: readonly File[], tell: (told: Told) => void, gone: () => boolean): Promise<void> => {
  tell({ total: files.length, left: files.length, checked: [] });
  const read = await readDrop(files, () => {});
  const nameOf = (entry: number, inner: number | undefined) => `${files[entry]?.name ?? ''}${inner === undefined ? '' : ` › ${inner + 1}`}`;
  const refused = read?.aside ?? files.map((_, entry) => ({ entry, reason: { code: 'intake-too-large', params: {} } as const }));
  const found = (read?.found ?? []).slice(0, MOST);
  const checked: Checked[] = refused.map((one) => ({ id: freshId(), name: nameOf(one.entry, 'inner' in one ? one.inner : undefined), verdict: { kind: 'refused', reason: one.reason }, seconds: 0 }));
  const total = checked.length + found.length;
  tell({ total, left: found.length, checked: [...checked] });
  for (const [n, one] of found.entries()) {
    if (gone()) return;
    const [id, start] = [freshId(), performance.now()];
    const piece = (files[one.entry] as File).slice(one.source.from, one.source.to);
    const verdict = one.kind === 'paper' ? paper : await verdictOf(id, await wholeOf({ blob: piece, deflated: one.source.deflated }));
    checked.push({ id, name: nameOf(one.entry, one.inner), verdict, seconds: (performance.now() - start) / 1000 });
    tell({ total, left: found.length - n - 1, checked: [...checked] });
  }
};

const freshId = (): string => newId(new Date(), browserRandom);
