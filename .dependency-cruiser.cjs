/**
 * The import law: which folder may import from which, and which packages each may use.
 * build/checks/layers.mjs runs it and also fails when nothing was read or a file lies in no known folder.
 */
const packages = (...names) => `^node_modules/(${names.join('|')})(/|$)`

const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to },
})

const configs = String.raw`^[^/]+\.(config\.(ts|mjs)|cjs)$`

module.exports = {
  forbidden: [
    only(
      'shared-stands-alone',
      '^shared/',
      ['^shared/', packages('zod', 'uuid')],
      'shared → zod, uuid, itself',
    ),
    {
      name: 'db-imports',
      comment: 'db → shared, node, drizzle, the SQLite driver, uuid, pinyin-pro',
      severity: 'error',
      from: { path: '^db/' },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [
          '^(db|shared)/',
          packages('drizzle-orm', 'better-sqlite3', 'uuid', 'pinyin-pro', 'zod'),
        ],
      },
    },
    {
      name: 'electron-imports',
      comment: 'electron → db, shared, node, electron and the few libraries of its services',
      severity: 'error',
      from: { path: '^electron/', pathNot: String.raw`^electron/preload\.ts$` },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [
          '^(electron|db|shared)/',
          '^electron(/(main|common|utility))?$',
          packages(
            'electron',
            '@node-rs/argon2',
            'better-sqlite3',
            'drizzle-orm',
            'uuid',
            'pinyin-pro',
            'papaparse',
            '@types/papaparse',
            'iconv-lite',
            'ical.js',
            'zod',
          ),
        ],
      },
    },
    {
      name: 'preload-types-only',
      comment:
        'The preload script carries no code of ours: it imports electron, and types of shared',
      severity: 'error',
      from: { path: String.raw`^electron/preload\.ts$` },
      to: {
        pathNot: ['^electron(/renderer)?$', packages('electron')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'preload-types-of-shared',
      severity: 'error',
      comment: 'Even types come from shared alone',
      from: { path: String.raw`^electron/preload\.ts$` },
      to: { path: '^(db|renderer|electron)/' },
    },
    {
      name: 'renderer-knows-no-database',
      comment:
        'renderer → shared and interface libraries; never db or electron, not even their types, and nothing of Node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: [
          '^(db|electron|build|tests)/',
          '^electron(/|$)',
          packages('electron', 'drizzle-orm', 'better-sqlite3', '@node-rs'),
        ],
      },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      comment: 'The window is sandboxed: Node modules do not exist there',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'repositories-are-separate',
      comment: 'What needs two repositories is a workflow',
      severity: 'error',
      from: { path: '^db/repositories/([^/]+)' },
      to: { path: '^db/(repositories|workflows)/', pathNot: '^db/repositories/$1' },
    },
    {
      name: 'features-are-separate',
      comment: 'Renderer features share through components/ and lib/; app/ puts them together',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/(features|app)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'components-know-no-feature',
      comment: 'components/ and lib/ stand below the features',
      severity: 'error',
      from: { path: '^renderer/(components|lib)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'product-without-tests',
      comment: 'Nothing that ships imports tests or tooling',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|db)/' },
      to: { path: '^(tests|build)/' },
    },
    {
      name: 'preparation-uses-node-only',
      comment: 'build/run.mjs and what it imports run before the dependencies are installed',
      severity: 'error',
      from: {
        path: String.raw`^build/(run\.mjs|prepare/|commands/)`,
        pathNot: '^build/prepare/(probe|default-app)/',
      },
      to: { path: '^node_modules/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: configs },
      to: { couldNotResolve: true, pathNot: '^electron(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^(out|dist|test-results)/|\?raw$)` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
