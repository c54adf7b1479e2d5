import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDependencies } from '../prepare/dependencies.mjs'
import { modulePath, projectNode, root } from '../prepare/paths.mjs'
import { foreground, toolEnv } from '../prepare/shell.mjs'
import { countVitest, printSummary, runReported, runSingle } from './suites.mjs'

const node = (name, script, ...args) =>
  runSingle(name, projectNode(), [script, ...args], toolEnv({ FORCE_COLOR: '0' }))

/** Vitest with one of its configurations; the counts come from its report. */
export function vitestSuite(name, config, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-vitest-'))
  const report = join(folder, 'report.json')
  const cli = modulePath('vitest', 'vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const line = [cli, 'run', `--config=${config}`, ...reporters]
  const start = () => foreground(projectNode(), line, { env: toolEnv(env) })
  return runReported(name, report, countVitest, start).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  )
}

/** What the compiler and the formatter remember is bound to content, so that it can only save time. */
const cache = modulePath('.cache', 'kebu')
const compilerMemory = ['--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')]
const remember = (name) => [
  ...['--cache', '--cache-strategy', 'content'],
  ...['--cache-location', join(cache, name)],
]

const types = () =>
  node('types', modulePath('typescript', 'bin', 'tsc'), '--noEmit', ...compilerMemory)
const lint = (memory) =>
  node('lint', modulePath('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', ...memory)
const format = () =>
  node(
    'format',
    modulePath('prettier', 'bin', 'prettier.cjs'),
    '--check',
    '.',
    ...remember('format'),
  )
const layers = () => node('layers', join(root, 'build', 'checks', 'layers.mjs'))

/**
 * Types, lint, format, layers and all tests without a window: a list of suites with their counts.
 * @param lintMemory what keeps the linter from reading unchanged files again. A type that changed in another file is not seen then:
 * good for the desk, not for the gate
 */
export async function checkSuites(env = {}, lintMemory = []) {
  // Linting takes as long as the three others together.
  const [linted, others] = await Promise.all([
    lint(lintMemory),
    types().then(async (typed) => [typed, await format(), await layers()]),
  ])
  return [
    ...others,
    linted,
    await vitestSuite('unit and integration tests', 'vitest.config.ts', env),
  ]
}

/** The fast part of the gate; it needs the dependencies and nothing else. */
export async function check() {
  prepareDependencies()
  return printSummary(await checkSuites({}, remember('lint')))
}
