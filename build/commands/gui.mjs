import { prepare } from '../prepare/index.mjs'
import { prepareGui } from '../prepare/gui.mjs'
import { Stop } from '../prepare/shell.mjs'

/** Runs any command where windows open: on a virtual display and, when root, as an unprivileged user. */
export async function runInGui([command, ...args]) {
  if (command === undefined) throw new Stop('usage: node build/run.mjs gui <command> [arguments]')
  const { electron, env } = await prepare()
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  try {
    return await gui.run(command, args)
  } finally {
    await gui.close()
  }
}
