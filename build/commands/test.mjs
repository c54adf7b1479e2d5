import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../prepare/index.mjs'
import { makeTempDir, prepareGui } from '../prepare/gui.mjs'
import { root } from '../prepare/paths.mjs'
import { say, Stop } from '../prepare/shell.mjs'
import { checkSuites } from './check.mjs'
import { faultSuite } from './faults.mjs'
import { playwrightSuite } from './e2e.mjs'
import { packageForTests } from './package.mjs'
import { buildProgram } from './program.mjs'
import { printSummary } from './suites.mjs'

/** A step that must succeed before the tests after it mean anything; it counts as one test. */
async function step(name, action) {
  const from = performance.now()
  const time = () => `${((performance.now() - from) / 1000).toFixed(1)} s`
  try {
    const value = await action()
    return { value, suite: { name, passed: 1, failed: 0, time: time() } }
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error.stack))
    return { value: null, suite: { name, passed: 0, failed: 1, time: time() } }
  }
}

async function packagedSuites(electron, env, gui) {
  const output = makeTempDir(gui.user, 'packed')
  try {
    const packed = await step('package', () => packageForTests(electron, env, output))
    if (packed.suite.failed) return [packed.suite]
    const smoke = { env: { KEBU_PACKAGED_APP: packed.value } }
    return [packed.suite, await playwrightSuite('packaged program', gui, 'packaged', smoke)]
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

async function windowSuites(electron, env) {
  const built = await step('build', () => buildProgram())
  if (built.suite.failed) return [built.suite]
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  try {
    const program = await playwrightSuite('end-to-end tests', gui, 'program')
    return [built.suite, program, ...(await packagedSuites(electron, env, gui))]
  } finally {
    await gui.close()
  }
}

/** `npm test`: the whole gate. Everything runs even when something before it failed, so that one run tells all. */
export async function test() {
  rmSync(join(root, 'test-results'), { recursive: true, force: true })
  const { electron, env } = await prepare()
  const suites = [...(await checkSuites(env)), await faultSuite(env)]
  return printSummary([...suites, ...(await windowSuites(electron, env))])
}
