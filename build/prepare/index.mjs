import { prepareDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { prepareElectron } from './electron.mjs'
import { prepareSqliteAddon } from './sqlite-addon.mjs'
import { prepareSystem } from './system.mjs'

/** Names for the programs that have to find the runtime: electron, electron-vite, Playwright and Kebu itself. */
function runtimeEnv(electron, addon) {
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.binary,
    KEBU_ELECTRON_VERSION: electron.version,
  }
  return addon ? { ...env, KEBU_SQLITE_ADDON: addon } : env
}

/**
 * Prepares everything that a run needs and is missing, and says so; silent and quick when nothing is.
 * @param options.ownDisplay see prepareGui
 * @throws Stop with a message for the person
 */
export async function prepare({ ownDisplay = false } = {}) {
  prepareDependencies()
  const electron = await prepareElectron()
  const addon = prepareSqliteAddon(electron)
  prepareSystem(electron, { virtualDisplay: !(ownDisplay && hasDisplay()) })
  return { electron, addon, env: runtimeEnv(electron, addon) }
}
