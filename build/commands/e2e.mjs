import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../prepare/index.mjs'
import { makeTempDir, prepareGui } from '../prepare/gui.mjs'
import { modulePath, projectNode, root } from '../prepare/paths.mjs'
import { say } from '../prepare/shell.mjs'
import { buildProgram } from './program.mjs'
import { countPlaywright, printSummary, runReported } from './suites.mjs'

/**
 * Runs one Playwright project (see playwright.config.ts) in real windows; its traces and pictures are copied to
 * test-results/ when it failed.
 */
export async function playwrightSuite(name, gui, project, { args = [], env = {} } = {}) {
  const output = makeTempDir(gui.user, 'e2e')
  const cli = modulePath('@playwright', 'test', 'cli.js')
  const line = [cli, 'test', `--project=${project}`, ...args]
  const extra = { env: { ...env, KEBU_TEST_OUTPUT: output } }
  const start = () => gui.run(projectNode(), line, extra)
  const suite = await runReported(name, join(output, 'report.json'), countPlaywright, start)
  const artifacts = join(output, 'artifacts')
  if (suite.failed > 0 && existsSync(artifacts)) {
    cpSync(artifacts, join(root, 'test-results'), { recursive: true })
    say('Traces and pictures of the failed tests are in test-results/.')
  }
  rmSync(output, { recursive: true, force: true })
  return suite
}

/** Playwright looks for a name anywhere in a path: the folder of the checkout may be called so too. */
const belowTests = (argument) =>
  /^[\w-]+(\.spec(\.ts)?)?$/.test(argument) && !argument.startsWith('-')
    ? `/e2e/${argument}`
    : argument

/** Builds and runs the end-to-end tests alone; arguments go to Playwright (a file name, -g "text"). */
export async function e2e(args) {
  const { electron, env } = await prepare()
  buildProgram()
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  try {
    const named = { args: args.map(belowTests) }
    return printSummary([await playwrightSuite('end-to-end tests', gui, 'program', named)])
  } finally {
    await gui.close()
  }
}
