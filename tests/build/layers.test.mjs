import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkLayers } from '../../build/checks/layers.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const trees = []

const makeTree = (files) => {
  const root = mkdtempSync(join(tmpdir(), 'kebu-layers-'))
  trees.push(root)
  cpSync(join(project, 'tsconfig.json'), join(root, 'tsconfig.json'))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const good = {
  'shared/core/money.ts': 'export const cents = 1\n',
  'db/money.ts': "import { cents } from '@shared/core/money'\nexport const stored = cents\n",
}

const breaches = {
  'shared-stands-alone: shared/core/node.ts': "export { readFileSync } from 'node:fs'\n",
  'db-imports: db/window.ts': "export { app } from 'electron'\n",
  'electron-imports: electron/react.ts': "export { createElement } from 'react'\n",
  'preload-types-only: electron/preload.ts': "export { cents } from '@shared/core/money'\n",
  'renderer-knows-no-database: renderer/lib/db.ts': "export type { stored } from '@db/money'\n",
  'renderer-without-node: renderer/lib/node.ts': "export { readFileSync } from 'node:fs'\n",
  'repositories-are-separate: db/repositories/a.ts': "export { b } from './b'\n",
  'features-are-separate: renderer/features/a/page.ts': "export { list } from '../b/list'\n",
  'components-know-no-feature: renderer/components/row.ts':
    "export { list } from '../features/b/list'\n",
  'product-without-tests: shared/core/tested.ts': "export { helper } from '../../tests/helper'\n",
  'no-cycles: shared/core/one.ts': "import { two } from './two'\nexport const one = () => two\n",
  'resolvable: shared/core/lost.ts': "export { gone } from './gone'\n",
}

const innocent = {
  'db/repositories/b.ts': 'export const b = 1\n',
  'renderer/features/b/list.ts': 'export const list = 1\n',
  'shared/core/two.ts': "import { one } from './one'\nexport const two = () => one\n",
  'tests/helper.ts': 'export const helper = 1\n',
}

afterAll(() => trees.forEach((root) => rmSync(root, { recursive: true, force: true })))

describe('the import law', () => {
  it('accepts a tree that keeps it', () => {
    expect(checkLayers(makeTree(good))).toEqual({ modules: 2, problems: [] })
  })

  it('reports each breach by rule and file', () => {
    const bad = Object.entries(breaches).map(([line, text]) => [line.split(': ')[1], text])
    const { problems } = checkLayers(makeTree({ ...good, ...innocent, ...Object.fromEntries(bad) }))
    for (const line of Object.keys(breaches)) {
      expect(problems).toContainEqual(expect.stringContaining(`${line} →`))
    }
  })

  it('reports a file that no rule covers', () => {
    const root = makeTree({ ...good, 'services/stray.ts': 'export const stray = 1\n' })
    expect(checkLayers(root).problems).toEqual(['no rule covers services/stray.ts'])
  })

  it('reports a run that read nothing', () => {
    const root = makeTree({ 'db/readme.md': '', 'some.config.ts': 'export const some = 1\n' })
    expect(checkLayers(root).problems).toEqual(['dependency-cruiser read no module at all'])
  })
})
