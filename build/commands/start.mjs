import { prepare } from '../prepare/index.mjs'
import { prepareGui } from '../prepare/gui.mjs'
import { root } from '../prepare/paths.mjs'
import { say } from '../prepare/shell.mjs'
import { buildProgram, electronVite } from './program.mjs'

function announce(gui) {
  if (!gui.virtual) return
  say(
    'There is no display here (DISPLAY is not set): Kebu runs on a virtual one, where nobody sees it.',
  )
  if (gui.user)
    say(`It runs as the user ${gui.user.env.USER}; its data lies below ${gui.user.env.HOME}.`)
}

/** `npm start`: prepares, builds when the sources changed, and runs the program until it is closed. */
export async function start(args) {
  const { electron, env } = await prepare({ ownDisplay: true })
  buildProgram()
  const gui = await prepareGui(electron, env, { ownDisplay: true })
  announce(gui)
  try {
    // Without a desktop Chromium complains about every missing desktop service; only its last words matter here.
    const quiet = gui.virtual ? ['--log-level=3'] : []
    return await gui.run(electron.binary, [...gui.flags, ...quiet, root, ...args])
  } finally {
    await gui.close()
  }
}

/** `npm run dev`: the same with electron-vite's development server. */
export async function dev(args) {
  const { electron, env } = await prepare({ ownDisplay: true })
  // electron-vite writes into the checkout, so it runs as the person who owns it.
  const gui = await prepareGui(electron, env, { ownDisplay: true, asOwner: true })
  announce(gui)
  const [node, cli] = electronVite()
  try {
    return await gui.run(node, [cli, 'dev', ...(gui.sandboxed ? [] : ['--noSandbox']), ...args])
  } finally {
    await gui.close()
  }
}
