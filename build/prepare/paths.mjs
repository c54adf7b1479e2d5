import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

export const isRoot = process.platform !== 'win32' && process.getuid?.() === 0

/**
 * Where runtimes and compiled addons are kept between checkouts.
 * `KEBU_CACHE` wins; root on Linux gets a folder that an ordinary user can read too, because the window runs as one.
 */
export function cacheDir() {
  const env = process.env
  if (env.KEBU_CACHE) return resolve(env.KEBU_CACHE)
  if (process.platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'kebu', 'cache')
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'kebu')
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'kebu')
  return isRoot ? '/var/cache/kebu' : join(homedir(), '.cache', 'kebu')
}

/** Path of a file inside node_modules. */
export const modulePath = (...parts) => join(root, 'node_modules', ...parts)

/** The Node of the project (24) if it is unpacked, else null. */
export function findProjectNode() {
  const path = modulePath('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(path) ? path : null
}

/** The Node that the tools run under; before the dependencies are installed the one that runs this script. */
export const projectNode = () => findProjectNode() ?? process.execPath
