// Lets Node run the project's TypeScript as it is: import aliases, and paths without an ending.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ALIAS = /^@(shared|db|renderer)\//
const ENDINGS = ['.ts', '.tsx', '/index.ts']

function findSource(specifier, parentURL) {
  const aliased = ALIAS.test(specifier)
  if (!aliased && !specifier.startsWith('.')) return null
  const base = aliased
    ? join(root, specifier.slice(1))
    : fileURLToPath(new URL(specifier, parentURL))
  return ENDINGS.map((ending) => base + ending).find((path) => existsSync(path)) ?? null
}

registerHooks({
  resolve(specifier, context, next) {
    const source = findSource(specifier, context.parentURL)
    return next(source ? pathToFileURL(source).href : specifier, context)
  },
})
