import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['electron', 'renderer', 'shared', 'db', 'build', 'tests']
const SKIPPED = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', '.git'])
const CODE = /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/

/** Every place where code may lie; a file elsewhere is one that no import rule was written for. */
const COVERED = [
  /^shared\/(contract\.ts|core\/|features\/[^/]+\/)/,
  /^db\/([^/]+\.ts$|(schema|repositories|workflows|journal|search|migrations|automation|calendar|consequences|custom-sql|customer-copies|duplicates)\/)/,
  /^electron\/([^/]+\.ts$|[^/]+\/)/,
  /^renderer\/([^/]+\.tsx?$|(app|components|lib|locales)\/|features\/[^/]+\/)/,
  /^build\//,
  /^tests\//,
  /^[^/]+\.config\.(ts|mjs)$/,
  /^\.dependency-cruiser\.cjs$/,
]

function listCode(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = prefix + entry.name
    if (entry.isDirectory()) return listCode(join(folder, entry.name), `${path}/`)
    return CODE.test(entry.name) ? [path] : []
  })
}

function cruise(root) {
  const cli = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const config = join(project, '.dependency-cruiser.cjs')
  const present = new Set(readdirSync(root))
  const folders = FOLDERS.filter((folder) => present.has(folder))
  const args = [cli, '--config', config, '--output-type', 'json', ...folders]
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 })
  try {
    return JSON.parse(run.stdout)
  } catch {
    throw new Error(`dependency-cruiser gave no answer: ${run.stderr || run.stdout}`)
  }
}

/**
 * Checks the import law over a source tree.
 * @returns {{modules: number, problems: string[]}} problems is empty when all is well; a run that read no module of
 *   ours, missed a file, or met a file outside every known folder is a problem too
 */
export function checkLayers(root) {
  const { modules, summary } = cruise(root)
  const read = new Set(modules.map((module) => module.source))
  const own = [...read].filter((source) => FOLDERS.includes(source.split('/')[0]))
  const problems = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  if (own.length === 0) problems.push('dependency-cruiser read no module at all')
  for (const file of listCode(root)) {
    if (!COVERED.some((pattern) => pattern.test(file))) problems.push(`no rule covers ${file}`)
    else if (FOLDERS.includes(file.split('/')[0]) && !read.has(file)) {
      problems.push(`dependency-cruiser did not read ${file}`)
    }
  }
  return { modules: own.length, problems }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? project)
  const { modules, problems } = checkLayers(root)
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  process.stdout.write(`${modules} modules read, ${problems.length} problems\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
