// What stock Electron does for `electron <folder>`, for a runtime that was shipped without its default app.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const preloads = []
let target = null
for (let at = 1; at < process.argv.length && target === null; at += 1) {
  const argument = process.argv[at]
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(at += 1)])
  else if (!argument.startsWith('-')) target = resolve(argument)
}
if (target === null) {
  console.error('usage: electron <folder or file>')
  process.exit(1)
}
const isFolder = statSync(target).isDirectory()
const folder = isFolder ? target : dirname(target)
let main = target
if (isFolder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  if (manifest.version) app.setVersion(manifest.version)
  main = join(folder, manifest.main ?? 'index.js')
}
app.setAppPath(folder)
const require = createRequire(main)
for (const preload of preloads) require(preload)
await import(pathToFileURL(main).href)
