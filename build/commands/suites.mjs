import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { heading, say } from '../prepare/shell.mjs'
import { root } from '../prepare/paths.mjs'

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Runs a program to its end; resolves with its exit code and everything it printed, in order. */
export function runCollected(command, args, env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const add = (chunk) => (output += chunk)
    child.stdout.setEncoding('utf8').on('data', add)
    child.stderr.setEncoding('utf8').on('data', add)
    child.on('error', (error) => done({ code: 1, output: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/** A suite that is one yes or no: one test, passed when the program ends well. */
export async function runSingle(name, command, args, env) {
  const from = performance.now()
  const { code, output } = await runCollected(command, args, env)
  const time = seconds(from)
  heading(`${name} (${time})`)
  if (output.trim() !== '') say(output.trimEnd())
  say(code === 0 ? 'ok' : `failed with exit code ${code}`)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, time }
}

/** Numbers of Vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Numbers of Playwright's JSON report; an error outside every test counts as one failed test. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/**
 * The counts of a suite after its runner ended. A report that is missing, an exit code that nothing in the report
 * explains, and a run of no test at all are failures.
 */
export function judge(code, counts) {
  if (counts === null || counts.passed + counts.failed === 0) return { passed: 0, failed: 1 }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** Runs a test runner that writes a JSON report, with its output shown as it comes. */
export async function runReported(name, reportPath, count, start) {
  heading(name)
  rmSync(reportPath, { force: true })
  const from = performance.now()
  const code = await start()
  let counts = null
  try {
    counts = count(JSON.parse(readFileSync(reportPath, 'utf8')))
  } catch (error) {
    say(`${name}: no report (${error.message})`)
  }
  return { name, ...judge(code, counts), time: seconds(from) }
}

/** Prints the table and, as the last line, `N passed, N failed`. @returns the exit code */
export function printSummary(suites) {
  const width = Math.max(...suites.map((suite) => suite.name.length))
  heading('Summary')
  for (const { name, passed, failed, time } of suites) {
    const numbers = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
    say(`${name.padEnd(width)} ${numbers}   ${time}`)
  }
  const total = (key) => suites.reduce((sum, suite) => sum + suite[key], 0)
  process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`)
  return total('failed') === 0 && total('passed') > 0 ? 0 : 1
}
