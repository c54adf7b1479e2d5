import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './prepare/paths.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'db']
const IMPORT = /\b(?:from|import|import\()\s*'((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^'\n]*)?'/g
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([-.].*)?$/i
const OWN_ALIAS = /^@(shared|db|renderer)\//

function listImported() {
  const names = new Set()
  for (const folder of SOURCES) {
    for (const entry of readdirSync(join(root, folder), { recursive: true })) {
      if (!/\.tsx?$/.test(entry)) continue
      const text = readFileSync(join(root, folder, entry), 'utf8')
      for (const [, specifier] of text.matchAll(IMPORT)) {
        if (isBuiltin(specifier) || OWN_ALIAS.test(specifier)) continue
        names.add(specifier)
      }
    }
  }
  // Electron brings its own notices, for itself and for Chromium.
  names.delete('electron')
  // Not imported: `build/regions.mjs` made a table of the sources out of it.
  names.add('@vant/area-data')
  return names
}

/** The folder of a package as seen from another one, as Node finds it. */
function findFolder(name, from) {
  for (let at = from; at.startsWith(root); at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  return null
}

function collect(names, from, found) {
  for (const name of names) {
    const folder = findFolder(name, from)
    if (folder === null || found.has(folder)) continue
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    found.set(folder, manifest)
    const own = { ...manifest.dependencies, ...manifest.optionalDependencies }
    collect(Object.keys(own), folder, found)
  }
  return found
}

function textsOf(folder) {
  return readdirSync(folder)
    .filter((name) => LICENSE_FILE.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

const nameOf = (author) => (typeof author === 'string' ? author : (author?.name ?? ''))

/** For packages that name a licence but hold no text of it. */
function standardText(licence, author) {
  const file = join(root, 'build', 'licences', `${licence}.txt`)
  if (!existsSync(file)) throw new Error(`there is no text for the licence ${licence}`)
  const owner = author === '' ? 'its authors' : author
  return readFileSync(file, 'utf8').trim().replace('<copyright holders>', owner)
}

function noticeOf(folder, manifest) {
  const licence = manifest.license ?? 'see its text'
  const texts = textsOf(folder)
  const text =
    texts.length > 0 ? texts.join('\n\n') : standardText(licence, nameOf(manifest.author))
  return `${manifest.name} ${manifest.version} (${licence})\n\n${text}\n`
}

/**
 * The notices of every package whose code is shipped: what our sources import and what those packages depend on
 * (a few more than the bundles really hold). Electron's own lie beside it as LICENSES.chromium.html.
 * @throws Error when a package imported by the sources is not installed, or no text of its licence is at hand
 */
export function thirdPartyNotices() {
  const imported = listImported()
  for (const name of imported) {
    if (findFolder(name, root) === null) throw new Error(`${name} is imported but not installed`)
  }
  const packages = collect(imported, root, new Map())
  const notices = [...packages]
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'))
    .map(([folder, manifest]) => noticeOf(folder, manifest))
  const title = 'Kebu contains the following third-party software.\n'
  return [title, ...notices].join(`\n${'-'.repeat(80)}\n\n`)
}
