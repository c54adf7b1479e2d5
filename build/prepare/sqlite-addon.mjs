import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheDir, modulePath, projectNode } from './paths.mjs'
import { capture, heading, say, Stop, toolEnv } from './shell.mjs'
import { requireBuildTools } from './system.mjs'

/** The first Electron whose Node-API (10) loads the compiled addon that comes with the package. */
const PREBUILD_FITS_FROM = 38
const DEFINE = "'NAPI_VERSION=10'"
/** Node-API 9 plus the two calls of version 10 that the addon uses, which Electron 33 has as experimental ones. */
const REPLACEMENT = "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"

/** Headers of the Node in node_modules, so that nothing has to be downloaded. */
function headersFolder() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const places = [modulePath('node', 'node_modules', name), modulePath(name)]
  return places.find((place) => existsSync(join(place, 'include', 'node', 'node_api.h')))
}

function recipe() {
  const version = JSON.parse(readFileSync(modulePath('better-sqlite3', 'package.json'))).version
  const gyp = readFileSync(modulePath('better-sqlite3', 'binding.gyp'), 'utf8')
  if (!gyp.includes(DEFINE)) throw new Stop(`binding.gyp of better-sqlite3 ${version} has changed.`)
  const patched = gyp.replace(DEFINE, REPLACEMENT)
  const hash = createHash('sha256').update(patched).digest('hex')
  const name = `${version}-napi9-${process.platform}-${process.arch}-${hash.slice(0, 10)}`
  return { patched, folder: join(cacheDir(), 'sqlite', name) }
}

const testProgram = `
const D=require(process.argv[1]);const d=new D(':memory:',{nativeBinding:process.argv[2]});
if(d.prepare('select 42 x').get().x!==42)process.exit(3)`

function compile(patched, folder) {
  heading('Compiling the SQLite addon for this Electron (once, one to two minutes)')
  requireBuildTools()
  const parent = join(cacheDir(), 'sqlite')
  mkdirSync(parent, { recursive: true })
  const work = mkdtempSync(join(parent, '.work-'))
  try {
    const source = join(work, 'node_modules', 'better-sqlite3')
    const only = (path) => !/[\\/](prebuilds|build)([\\/]|$)/.test(path.slice(modulePath().length))
    cpSync(modulePath('better-sqlite3'), source, { recursive: true, filter: only })
    const api = 'node-addon-api'
    cpSync(modulePath(api), join(work, 'node_modules', api), { recursive: true })
    writeFileSync(join(source, 'binding.gyp'), patched)
    const args = ['rebuild', '--release', '--force_build=1', '--loglevel=error']
    const headers = headersFolder()
    if (headers) args.push(`--nodedir=${headers}`)
    const gyp = modulePath('node-gyp', 'bin', 'node-gyp.js')
    const run = capture(projectNode(), [gyp, ...args], { cwd: source, env: toolEnv() })
    if (run.status !== 0)
      throw new Stop(`Compiling failed:\n${(run.stdout + run.stderr).slice(-4000)}`)
    const built = join(source, 'build', 'Release', 'better_sqlite3.node')
    const test = capture(projectNode(), ['-e', testProgram, modulePath('better-sqlite3'), built])
    if (test.status !== 0) throw new Stop(`The compiled SQLite addon does not work: ${test.stderr}`)
    mkdirSync(join(work, 'done'))
    cpSync(built, join(work, 'done', 'better_sqlite3.node'))
    if (!existsSync(folder)) renameSync(join(work, 'done'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say('The SQLite addon is ready.')
}

/**
 * Gives the compiled SQLite addon that loads in the given Electron (and in Node 20 and 24).
 * @returns the path of a .node file, or null when the one inside the package fits
 * @throws Stop when it cannot be compiled
 */
export function prepareSqliteAddon(electron) {
  if (Number(electron.version.split('.')[0]) >= PREBUILD_FITS_FROM) return null
  const { patched, folder } = recipe()
  if (!existsSync(join(folder, 'better_sqlite3.node'))) compile(patched, folder)
  return join(folder, 'better_sqlite3.node')
}
