import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from '../prepare/index.mjs'
import { prepareGui } from '../prepare/gui.mjs'
import { projectNode, root } from '../prepare/paths.mjs'
import { foreground, toolEnv } from '../prepare/shell.mjs'
import { buildProgram } from './program.mjs'

const scriptOf = (name) => join(root, 'tests', 'bench', `${name}.ts`)

/** `npm run bench`: what needs windows, then what works on data alone; each prints what it measured. */
export async function bench(args) {
  const { electron, env } = await prepare()
  buildProgram()
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  const hooks = pathToFileURL(join(root, 'build', 'checks', 'typescript-hooks.mjs')).href
  try {
    const code = await gui.run(projectNode(), ['--import', hooks, scriptOf('run'), ...args])
    if (code !== 0) return code
  } finally {
    await gui.close()
  }
  // These open no window, and what they are bundled into lies beside the dependencies, where the user of the windows may not write.
  for (const name of ['duplicates', 'follow-through']) {
    const code = await foreground(projectNode(), ['--import', hooks, scriptOf(name), ...args], {
      env: toolEnv(),
    })
    if (code !== 0) return code
  }
  return 0
}
