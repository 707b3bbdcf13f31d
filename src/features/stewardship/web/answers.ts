export type NodeSettings = { readonly node: { readonly nameEn: string; readonly nameFa: string }; readonly openSignUp: boolean; readonly mailWorks: boolean };
/** A code that is shown once: to read out, to open, to scan. */
export type OneCode = { readonly code: string; readonly link: string; readonly qr: string; readonly expiresAt: string };
