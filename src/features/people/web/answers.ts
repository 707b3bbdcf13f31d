// What the doors to one's own account answer.

export type Invitation = { readonly byEn: string; readonly byFa: string; readonly email: string; readonly expiresAt: string };
export type Device = { readonly id: string; readonly device: string; readonly openedAt: string; readonly seenAt: string; readonly here: boolean };
export type Devices = readonly Device[];
export type Passkey = { readonly id: string; readonly name: string; readonly addedAt: string; readonly usedAt: string | null };
export type Ways = { readonly email: string; readonly emailProved: boolean; readonly hasPassword: boolean; readonly codesLeft: number; readonly passkeys: readonly Passkey[] };
