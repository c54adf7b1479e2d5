import { prepare } from '../prepare/index.mjs'
import { prepareGui } from '../prepare/gui.mjs'
import { say } from '../prepare/shell.mjs'

/** Prepares all that is missing and proves that a window opens. */
export async function prepareOnly() {
  const { electron, env } = await prepare()
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  await gui.close()
  say(
    `Ready: Electron ${electron.version} (${electron.source}), sandbox ${gui.sandboxed ? 'on' : 'off'}.`,
  )
}

/** Prints what a shell has to export to use the same runtime. */
export async function printEnv() {
  const { env } = await prepare()
  for (const [name, value] of Object.entries(env)) {
    process.stdout.write(`export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
  }
}
