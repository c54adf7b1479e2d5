import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot } from './paths.mjs'
import { capture, heading, say, Stop } from './shell.mjs'

const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libxss1',
  'libcups2',
]

const onPath = (name) => capture('sh', ['-c', `command -v ${name}`]).status === 0

function isDebianLike() {
  try {
    return /(^|\n)ID(_LIKE)?=.*(debian|ubuntu)/.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** Newer releases renamed some libraries with a t64 ending. */
function currentName(name) {
  const candidate = capture('apt-cache', ['policy', `${name}t64`]).stdout
  return /Candidate: (?!\(none\))/.test(candidate) ? `${name}t64` : name
}

function quietly(args, env) {
  const run = capture('apt-get', args, { env })
  if (run.status !== 0) throw new Stop(`apt-get ${args[0]} failed:\n${run.stderr.slice(-2000)}`)
}

/**
 * Installs Debian packages as root; otherwise prints the exact command and stops.
 * @throws Stop when the person has to install them
 */
function install(names, why) {
  if (!isDebianLike()) {
    throw new Stop(
      `${why}\nInstall what your system calls these Debian packages: ${names.join(' ')}`,
    )
  }
  if (!isRoot) {
    const command = `sudo apt-get install -y --no-install-recommends ${names.map(currentName).join(' ')}`
    throw new Stop(`${why}\nRun this, then start again:\n\n  ${command}\n`)
  }
  heading(`Installing system packages: ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  quietly(['update', '-qq'], env)
  quietly(['install', '-y', '-qq', '--no-install-recommends', ...names.map(currentName)], env)
}

const missingLibraries = (binary) =>
  capture('ldd', [binary])
    .stdout.split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])

function hasChineseFont() {
  if (!onPath('fc-list')) return existsSync('/usr/share/fonts/opentype/noto')
  return capture('fc-list', [':lang=zh', 'family']).stdout.trim() !== ''
}

/** A C compiler, for the recorder of the power-cut tests. @throws Stop when it is missing and cannot be installed */
export function requireCompiler() {
  if (process.platform !== 'linux' || onPath('gcc')) return
  // Unlike gcc alone it brings the headers of the C library.
  install(['g++'], 'To record what the program does with the disk a C compiler is missing: gcc')
}

/** What a compiler run needs. @throws Stop when it is missing and cannot be installed */
export function requireBuildTools() {
  if (process.platform !== 'linux') return
  const tools = { make: 'make', 'g++': 'g++', python3: 'python3' }
  const missing = Object.keys(tools).filter((tool) => !onPath(tool))
  if (missing.length > 0)
    install(missing, `To compile the SQLite addon this is missing: ${missing.join(', ')}`)
}

/**
 * Sees to the libraries, fonts and (where no display exists) the virtual display that a window needs on Linux.
 * @param options.virtualDisplay whether the window is to open on a virtual display
 * @throws Stop when something is missing and cannot be installed
 */
export function prepareSystem(electron, { virtualDisplay }) {
  if (process.platform !== 'linux') return
  const wanted = []
  const reasons = []
  const libraries = missingLibraries(electron.binary)
  if (libraries.length > 0) {
    wanted.push(...LIBRARIES)
    reasons.push(`Electron needs system libraries that are missing: ${libraries.join(' ')}`)
  }
  if (virtualDisplay && !onPath('Xvfb')) {
    wanted.push('xvfb')
    reasons.push('There is no display (DISPLAY is not set) and no Xvfb for a virtual one.')
  }
  if (!hasChineseFont()) {
    if (virtualDisplay || wanted.length > 0) wanted.push('fontconfig', 'fonts-noto-cjk')
    else
      say('No Chinese font is installed: Chinese text will show as boxes (fonts-noto-cjk has one).')
    reasons.push('No Chinese font is installed.')
  }
  if (wanted.length > 0) install(wanted, reasons.join('\n'))
  const still = missingLibraries(electron.binary)
  if (still.length > 0)
    throw new Stop(`Still missing for ${join(electron.dist)}: ${still.join(' ')}`)
}
