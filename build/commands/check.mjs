import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDependencies } from '../prepare/dependencies.mjs'
import { modulePath, projectNode, root } from '../prepare/paths.mjs'
import { foreground, toolEnv } from '../prepare/shell.mjs'
import { countVitest, printSummary, runReported, runSingle } from './suites.mjs'

const node = (name, script, ...args) =>
  runSingle(name, projectNode(), [script, ...args], toolEnv({ FORCE_COLOR: '0' }))

/** Vitest over everything that needs no window. */
function unitTests(env) {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-vitest-'))
  const report = join(folder, 'report.json')
  const cli = modulePath('vitest', 'vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const start = () => foreground(projectNode(), [cli, 'run', ...reporters], { env: toolEnv(env) })
  return runReported('unit and integration tests', report, countVitest, start).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  )
}

/** Types, lint, format, layers and all tests without a window: a list of suites with their counts. */
export async function checkSuites(env = {}) {
  const suites = await Promise.all([
    node('types', modulePath('typescript', 'bin', 'tsc'), '--noEmit', '--pretty', 'false'),
    node('lint', modulePath('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'),
  ])
  suites.push(
    ...(await Promise.all([
      node('format', modulePath('prettier', 'bin', 'prettier.cjs'), '--check', '.'),
      node('layers', join(root, 'build', 'checks', 'layers.mjs')),
    ])),
  )
  suites.push(await unitTests(env))
  return suites
}

/** The fast part of the gate; it needs the dependencies and nothing else. */
export async function check() {
  prepareDependencies()
  return printSummary(await checkSuites())
}
