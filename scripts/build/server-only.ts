import type { Plugin } from 'vite';

/** The names of the views' files are for the server, which loads a view's script together with the document: they leave the browser's definitions of pages. */
export const withoutFileNames = (code: string): string => code.replace(/(?<=[{,\s])file: 'src\/[\w/.-]+',?\s*/g, '');

export const serverOnly = (): Plugin => ({
  name: 'server-only',
  transform: (code, id) => (/\/(web\/pages|own-pages)\.ts$/.test(id.split('?')[0] ?? '') ? { code: withoutFileNames(code), map: null } : undefined),
});
