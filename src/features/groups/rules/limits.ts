/** Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { name: 160, purpose: 600, members: 2000, foundedEach: 10 } as const;
export const groupKinds = ['society', 'working-group', 'club'] as const;
export type GroupKind = (typeof groupKinds)[number];
export const groupRoles = ['member', 'officer'] as const;
export type GroupRole = (typeof groupRoles)[number];
