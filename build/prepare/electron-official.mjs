import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, modulePath, projectNode } from './paths.mjs'
import { capture, heading, say, toolEnv } from './shell.mjs'

const PROBE_MS = 6_000
const DOWNLOAD_MS = 15 * 60_000
const GITHUB = 'https://github.com/electron/electron/releases/download/'

const pinnedVersion = () => JSON.parse(readFileSync(modulePath('electron', 'package.json'))).version

/** The runtime that electron's own installer has unpacked, or null. */
export function findOfficialRuntime() {
  const dist = modulePath('electron', 'dist')
  const marker = modulePath('electron', 'path.txt')
  if (!existsSync(marker) || !existsSync(join(dist, 'version'))) return null
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  const binary = join(dist, readFileSync(marker, 'utf8'))
  return version === pinnedVersion() && existsSync(binary) ? { dist, version } : null
}

async function answers(url) {
  try {
    const reply = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return reply.status < 500
  } catch {
    return false
  }
}

/**
 * Fetches the official runtime with electron's own installer, which checks its SHA-256.
 * ELECTRON_MIRROR is honoured. The archive is kept in the cache, by version and hash.
 * @returns the runtime, or null when the download site does not answer or the download fails
 */
export async function fetchOfficialRuntime() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const version = pinnedVersion()
  heading(`Fetching Electron ${version} (official release)`)
  if (!(await answers(mirror ?? `${GITHUB}v${version}/SHASUMS256.txt`))) {
    say('The download site does not answer. (ELECTRON_MIRROR can name another one.)')
    return null
  }
  const env = toolEnv({ electron_config_cache: join(cacheDir(), 'electron-downloads') })
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  const result = capture(projectNode(), [modulePath('electron', 'install.js')], {
    env,
    timeout: DOWNLOAD_MS,
  })
  if (result.status !== 0) say(`The download failed: ${result.stderr.trim().split('\n')[0]}`)
  return findOfficialRuntime()
}
