// The walls of the house. Each rule has a planted violation in tests/walls/planted.ts; a rule without one fails the test.
// "(x/)?" makes dependency-cruiser bail out as unsafe, so alternatives are written out.

// A later feature may read an earlier one, never the other way. A feature that is not listed fails the test of the walls.
const features = require('./scripts/checks/feature-order.json');

const tests = '\\.test\\.tsx?$|\\.fixture\\.ts$';
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const order = features.slice(0, -1).map((feature, i) =>
  rule(
    `${feature}-before-later-features`,
    `${feature} comes before these; what goes upward is an event or a slot that src/entry fills.`,
    { path: `^src/features/${feature}/`, pathNot: tests },
    { path: `^src/features/(${features.slice(i + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule('kernel-knows-nobody', 'The kernel is what everything else may rely on.', { path: '^src/kernel/', pathNot: tests }, { pathNot: '^src/kernel/' }),
    rule(
      'instruments-import-nothing-of-ours',
      'imaging, scores and language are published by themselves.',
      { path: '^(imaging|scores|language)/', pathNot: tests },
      { path: '^(src|tests|scripts|bench|imaging|scores|language)/', pathNot: '^$1/' },
    ),
    rule(
      'imaging-core-without-platform',
      'The same bytes must come out in a browser worker and in Node.',
      { path: '^imaging/src/', pathNot: `${tests}|^imaging/src/(node|browser)/` },
      { dependencyTypes: ['core'] },
    ),
    rule('imaging-core-before-its-doors', 'The core does not know where it runs.', { path: '^imaging/src/', pathNot: `${tests}|^imaging/src/(node|browser)/` }, { path: '^imaging/src/(node|browser)/' }),
    rule(
      'pure-code-does-no-io',
      'Rules, scores and language take clock and randomness as arguments and touch nothing.',
      { path: '^src/kernel/|^src/features/[^/]+/rules/|^scores/src/|^language/src/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'rules-need-no-package',
      'Rules may use zod (the wire) and the calendar, nothing that acts.',
      { path: '^src/features/[^/]+/rules/', pathNot: tests },
      { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/(zod|@internationalized/date)/' },
    ),
    rule(
      'rules-know-no-door',
      'Direction: doors, then actions, then rules.',
      { path: '^src/features/[^/]+/rules/', pathNot: tests },
      { path: '^src/(server|web|entry)/|^src/features/[^/]+/(server|web)/' },
    ),
    rule(
      'actions-know-no-door',
      'HTTP, command line and jobs are doors to the same actions.',
      { path: '^src/features/[^/]+/server/', pathNot: `${tests}|^src/features/[^/]+/server.*[/.](http|cli|jobs)\\.ts$` },
      { path: '^src/features/[^/]+/server.*[/.](http|cli|jobs)\\.ts$' },
    ),
    rule('server-never-meets-web', 'What runs on the node cannot lean on a page.', { path: '^src/server/|^src/features/[^/]+/server/', pathNot: tests }, { path: '^src/web/|^src/features/[^/]+/web/' }),
    rule('web-never-meets-server', 'What runs in the browser cannot reach the node but by the API.', { path: '^src/web/|^src/features/[^/]+/web/', pathNot: tests }, { path: '^src/server/|^src/features/[^/]+/server/' }),
    rule('mechanisms-know-no-feature', 'src/server and src/web carry any feature.', { path: '^src/(server|web)/', pathNot: tests }, { path: '^src/features/' }),
    rule('only-entry-knows-everything', 'Wiring has one place, and nothing leans on it.', { path: '^(src|imaging|scores|language)/', pathNot: `${tests}|^src/entry/` }, { path: '^src/entry/' }),
    rule('entry-in-one-direction', 'The command line starts the server; the server and the pages know no command line.', { path: '^src/entry/[^/]+\\.tsx?$', pathNot: `${tests}|^src/entry/cli\\.ts$` }, { path: '^src/entry/cli' }),
    rule(
      'foreign-feature-by-rules-or-door',
      'Another feature is known by its rules and its doors only.',
      { path: '^src/features/([^/]+)/', pathNot: tests },
      { path: '^src/features/', pathNot: '^src/features/$1/|^src/features/[^/]+/rules/|^src/features/[^/]+/server/door\\.ts$|^src/features/[^/]+/web/[a-z-]*door\\.tsx?$' },
    ),
    ...order,
    rule(
      'only-the-database-part-connects',
      'No connection without a viewer: the driver is used by db.ts, the launcher, the migrations, the jobs and the live hint.',
      { path: '^(src|imaging|scores|language)/', pathNot: `${tests}|^src/server/(db|migrate|jobs|wakening)\\.ts$|^src/server/postgres/` },
      { path: 'node_modules/pg/' },
    ),
    rule('no-circle', 'A circle has no order in which to be understood.', { pathNot: tests }, { circular: true }),
    rule('nothing-leans-on-tests', 'Only the demo shares the builders of the tests.', { path: '^(src|imaging|scores|language|bench)/', pathNot: `${tests}|^src/entry/cli/|^bench/` }, { path: `^tests/|${tests}` }),
    rule('nothing-unresolved', 'Each import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^(node|virtual):|[?]' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-pages)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
