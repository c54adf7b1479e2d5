import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProjectNode, modulePath, root } from './paths.mjs'
import { heading, must, Stop } from './shell.mjs'

const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * Says whether node_modules is what package-lock.json asks for. npm writes its own lock into node_modules as its very
 * last step, so an interrupted install never looks complete. Packages for other platforms may be absent.
 */
export function dependenciesMatch(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue
    const found = installed[path]
    if (found === undefined) {
      if (entry.optional || entry.devOptional || entry.peer) continue
      return false
    }
    if (found.version !== entry.version) return false
  }
  return true
}

function installed() {
  const hidden = modulePath('.package-lock.json')
  if (!existsSync(hidden)) return false
  return dependenciesMatch(readLock(join(root, 'package-lock.json')), readLock(hidden))
}

/** How to call npm: the one that started this script, else the one on the PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli)) {
    return { command: process.env.npm_node_execpath ?? process.execPath, args: [cli], shell: false }
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/** Runs npm with its output shown on stderr; throws Stop when it fails. */
export function npm(args, options = {}) {
  const call = npmCommand()
  must(call.command, [...call.args, ...args], { shell: call.shell, ...options })
}

/**
 * Installs the packages of package-lock.json unless they are there already. Of their install scripts only the one that
 * brings the project's own Node is run: the others compile or download what is not used.
 * @throws Stop when npm fails
 */
export function prepareDependencies() {
  if (!installed()) {
    heading('Installing dependencies (npm ci)')
    // Windows cannot delete a running node.exe, and this script may be running on the one in node_modules.
    const locked = process.platform === 'win32' && process.execPath.startsWith(modulePath())
    npm([locked ? 'install' : 'ci', '--ignore-scripts', '--loglevel=error'])
    if (!installed()) {
      throw new Stop('npm finished, but node_modules is not what package-lock.json asks for.')
    }
  }
  if (findProjectNode() === null) {
    heading('Unpacking Node 24 for the tools (npm rebuild node)')
    npm(['rebuild', 'node', '--loglevel=error'])
    if (findProjectNode() === null) throw new Stop('npm did not unpack the Node of the project.')
  }
}
