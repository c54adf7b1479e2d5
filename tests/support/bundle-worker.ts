import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/**
 * Bundles a worker script for plain Node, so that a test can start it as a process of its own. Answers its path.
 * @param options `inline` takes libraries without native parts into the bundle: it starts five times faster then
 */
export async function bundleWorker(entry: string, { inline = false } = {}): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'kebu')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'worker-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { '@shared': join(root, 'shared'), '@db': join(root, 'db') },
    },
    ...(inline
      ? { ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] } }
      : {}),
    build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20', minify: false },
  })
  return join(outDir, basename(entry).replace(/\.ts$/, '.js'))
}
