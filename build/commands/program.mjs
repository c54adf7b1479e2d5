import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modulePath, projectNode, root } from '../prepare/paths.mjs'
import { heading, mustTool } from '../prepare/shell.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'db']
const CONFIGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts']
const stamp = join(root, 'out', '.sources')

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function sourceHash() {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((folder) => listFiles(join(root, folder)))
  for (const file of [...files, ...CONFIGS.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Where electron-vite's command line lies, and the Node to run it with. */
export const electronVite = () => [
  projectNode(),
  modulePath('electron-vite', 'bin', 'electron-vite.js'),
]

/** Builds main, preload and renderer into out/ unless what lies there was built from these very sources. */
export function buildProgram() {
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  heading('Building the program')
  mustTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'error'])
  writeFileSync(stamp, hash)
}
