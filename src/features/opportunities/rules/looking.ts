// Looking quietly, as its owner sees it; and what a chosen reader sees of another's wish. Nobody else sees that there is any.

import type { PersonLine } from '#features/people/rules/present.ts';
import type { Wants } from './wants.ts';

export const wishKinds = ['wish', 'open-to', 'search'] as const;
export type WishKind = (typeof wishKinds)[number];
export const genders = ['woman', 'man', 'other'] as const;
export type Gender = (typeof genders)[number];
export const stayTypes = ['fellowship', 'post', 'locum', 'proctorship', 'research'] as const;
export type StayType = (typeof stayTypes)[number];

export type WishView = { readonly id: string; readonly kind: WishKind; readonly wants: Wants; readonly lang: string; readonly note: string; readonly readers: readonly PersonLine[] };
export type StayView = { readonly id: string; readonly type: StayType; readonly fromYear: number; readonly toYear: number | null; readonly willing: boolean; readonly institution: { readonly id: string; readonly nameEn: string; readonly nameFa: string; readonly cityEn: string; readonly cityFa: string; readonly country: string } };
export type LookingView = { readonly passports: readonly string[]; readonly gender: Gender | null; readonly wishes: readonly WishView[]; readonly stays: readonly StayView[]; readonly toldMe: readonly ToldMe[] };
/** Somebody who chose the viewer as a reader. */
export type ToldMe = { readonly person: PersonLine; readonly kind: WishKind; readonly wants: Wants; readonly lang: string; readonly note: string };
