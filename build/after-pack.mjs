import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

function resourcesOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName !== 'darwin') return join(appOutDir, 'resources')
  return join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
}

/**
 * Removes Electron's default app, and for a program packed with an older runtime puts the addon that was compiled for
 * it in the place of the prebuilt one.
 * @throws Error when no SQLite addon was packed
 */
export async function afterPack(context) {
  const resources = resourcesOf(context)
  rmSync(join(resources, 'default_app.asar'), { force: true })
  const prebuilds = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  const names = existsSync(prebuilds) ? readdirSync(prebuilds) : []
  if (names.length !== 1) throw new Error(`one SQLite addon expected, packed: ${names.join(' ')}`)
  const { KEBU_PACK_ELECTRON_DIST: localRuntime, KEBU_SQLITE_ADDON: compiled } = process.env
  if (localRuntime && compiled) copyFileSync(compiled, join(prebuilds, names[0]))
}
