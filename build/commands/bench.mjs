import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from '../prepare/index.mjs'
import { prepareGui } from '../prepare/gui.mjs'
import { projectNode, root } from '../prepare/paths.mjs'
import { Stop } from '../prepare/shell.mjs'
import { buildProgram } from './program.mjs'

/** `npm run bench`: runs tests/bench/run.ts where windows open; it prints what it measured. */
export async function bench(args) {
  const script = join(root, 'tests', 'bench', 'run.ts')
  if (!existsSync(script)) throw new Stop(`There is no ${script}.`)
  const { electron, env } = await prepare()
  buildProgram()
  const gui = await prepareGui(electron, env, { ownDisplay: false })
  const hooks = pathToFileURL(join(root, 'build', 'checks', 'typescript-hooks.mjs')).href
  try {
    return await gui.run(projectNode(), ['--import', hooks, script, ...args])
  } finally {
    await gui.close()
  }
}
