import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownVariables } from '@renderer/app/theme-palette'

const folder = join(import.meta.dirname, '../../../renderer')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(css|tsx?)$/.test(name))
  .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }))

/** Sizes that a feature hands to its own styles, set where they are used. */
const handed = new Set(
  files.flatMap(({ source }) =>
    [...source.matchAll(/'--kb-([a-z0-9-]+)'\]?:/g)].map(([, variable = '']) => variable),
  ),
)

describe('colours of the renderer', () => {
  it('stand in the theme alone', () => {
    const elsewhere = files.filter(
      ({ name, source }) =>
        !name.startsWith(join('app', 'theme')) &&
        /:[^;{}]*#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(source),
    )
    expect(elsewhere.map(({ name }) => name)).toEqual([])
  })

  it('are asked for by names that exist', () => {
    const families = ['stage', 'tag', 'avatar', 'note']
    const unknown = files.flatMap(({ name, source }) =>
      [...source.matchAll(/--kb-([a-z0-9-]+)(\$\{)?/g)]
        .filter(([, variable = '', template]) =>
          template
            ? !families.includes(variable.replace(/-$/, ''))
            : !(variable in ownVariables.light) && !handed.has(variable),
        )
        .filter(() => name !== join('app', 'theme.ts'))
        .map(([whole]) => `${name}: ${whole}`),
    )
    expect(unknown).toEqual([])
  })
})
