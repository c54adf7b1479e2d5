import { Stop } from './prepare/shell.mjs'

/** Each command is loaded when it is asked for: some need the dependencies, and preparing must work without them. */
const commands = {
  start: async (args) => (await import('./commands/start.mjs')).start(args),
  dev: async (args) => (await import('./commands/start.mjs')).dev(args),
  check: async () => (await import('./commands/check.mjs')).check(),
  test: async () => (await import('./commands/test.mjs')).test(),
  faults: async () => (await import('./commands/faults.mjs')).faults(),
  e2e: async (args) => (await import('./commands/e2e.mjs')).e2e(args),
  bench: async (args) => (await import('./commands/bench.mjs')).bench(args),
  package: async (args) => (await import('./commands/package.mjs')).packageProgram(args),
  prepare: async () => (await import('./commands/prepare.mjs')).prepareOnly(),
  env: async () => (await import('./commands/prepare.mjs')).printEnv(),
  gui: async (args) => (await import('./commands/gui.mjs')).runInGui(args),
}

const usage = `usage: node build/run.mjs <${Object.keys(commands).join('|')}>`

try {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : null
  if (command === null) throw new Stop(usage)
  process.exitCode = (await command(args)) ?? 0
} catch (error) {
  if (!(error instanceof Stop)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
}
