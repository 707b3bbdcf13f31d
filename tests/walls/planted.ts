/** One violation of each wall: rule → the file that breaks it, and its text. All stand in one planted tree. */
export type Planted = { rule: string; file: string; text: string };

const use = (from: string): string => `import { thing } from '${from}';\nexport const used = thing;\n`;

export const planted: readonly Planted[] = [
  { rule: 'kernel-knows-nobody', file: 'src/kernel/leaning.ts', text: use('../features/people/rules/clean.ts') },
  { rule: 'instruments-import-nothing-of-ours', file: 'scores/src/leaning.ts', text: use('../../src/kernel/clean.ts') },
  { rule: 'imaging-core-without-platform', file: 'imaging/src/reading.ts', text: `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n` },
  { rule: 'imaging-core-before-its-doors', file: 'imaging/src/knowing.ts', text: use('./node/clean.ts') },
  { rule: 'pure-code-does-no-io', file: 'src/features/people/rules/reading.ts', text: `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n` },
  { rule: 'rules-need-no-package', file: 'src/features/people/rules/packaged.ts', text: use('fastify') },
  { rule: 'rules-know-no-door', file: 'src/features/people/rules/knocking.ts', text: use('../server/store.ts') },
  { rule: 'actions-know-no-door', file: 'src/features/people/server/actions.ts', text: use('./http.ts') },
  { rule: 'server-never-meets-web', file: 'src/features/people/server/painting.ts', text: use('../web/clean.ts') },
  { rule: 'web-never-meets-server', file: 'src/features/people/web/asking.ts', text: use('#server/clean.ts') },
  { rule: 'mechanisms-know-no-feature', file: 'src/server/knowing.ts', text: use('#features/people/rules/clean.ts') },
  { rule: 'only-entry-knows-everything', file: 'src/features/people/server/wiring.ts', text: use('../../../entry/clean.ts') },
  { rule: 'entry-in-one-direction', file: 'src/entry/server.ts', text: use('./cli/clean.ts') },
  { rule: 'foreign-feature-by-rules-or-door', file: 'src/features/cases/server/peeping.ts', text: use('#features/people/server/store.ts') },
  { rule: 'people-before-later-features', file: 'src/features/people/server/ahead.ts', text: use('#features/cases/rules/clean.ts') },
  { rule: 'only-the-database-part-connects', file: 'src/features/people/server/connecting.ts', text: use('pg') },
  { rule: 'no-circle', file: 'src/server/around.ts', text: use('./round.ts') },
  { rule: 'nothing-leans-on-tests', file: 'src/server/leaning.ts', text: use('../../tests/world/clean.ts') },
  { rule: 'nothing-unresolved', file: 'src/server/lost.ts', text: use('./nowhere.ts') },
];

const pass = (from: string): string => `export { thing } from '${from}';\n`;
const thing = 'export const thing = 1;\n';
const plainPackage = (name: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.thing = 1;\n',
});

/** What the violations lean on. None of these breaks a wall. */
export const innocent: Readonly<Record<string, string>> = {
  'src/kernel/clean.ts': thing,
  'src/features/people/rules/clean.ts': pass('#kernel/clean.ts'),
  'src/features/people/server/store.ts': thing,
  'src/features/people/server/http.ts': thing,
  'src/features/people/web/clean.ts': thing,
  'src/features/cases/rules/clean.ts': pass('#features/people/rules/clean.ts'),
  'src/server/clean.ts': thing,
  'src/server/round.ts': `export { used as thing } from './around.ts';\n`,
  'src/entry/clean.ts': thing,
  'src/entry/cli/clean.ts': thing,
  'imaging/src/node/clean.ts': `import { readFileSync } from 'node:fs';\nexport const thing = readFileSync;\n`,
  'tests/world/clean.ts': thing,
  ...plainPackage('fastify'),
  ...plainPackage('pg'),
};
