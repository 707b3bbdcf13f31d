// The one Trusted Types policy of the browser side: scripts for workers come from our own assets and from nowhere else.

type Policy = { createScriptURL(url: string): unknown };
type Factory = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };

const checked = (url: string): string => {
  const at = new URL(url, location.origin);
  if (at.origin !== location.origin || !(at.pathname.startsWith('/assets/') || at.pathname === '/sw.js')) throw new TypeError(`Not an asset of ours: ${at.pathname}`);
  return at.href;
};

let policy: Policy | undefined;

/** The address of a worker as `new Worker` and `register` take it. Throws for anything but `/assets/…` and `/sw.js` of this site. */
export const assetUrl = (url: string): string => {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (factory === undefined) return checked(url);
  policy ??= factory.createPolicy('hamdel-assets', { createScriptURL: checked });
  // TypeScript's DOM types take a string; the browser wants the policy's own object.
  return policy.createScriptURL(url) as string;
};
