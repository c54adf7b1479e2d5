import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listResources, uiLanguages } from '@renderer/lib/i18n'

const resources = listResources()
const rendererFolder = join(import.meta.dirname, '../../../renderer')
const pluralEnding = /_(zero|one|two|few|many|other)$/

function flatten(words: unknown, prefix = ''): Record<string, string> {
  if (typeof words === 'string') return { [prefix]: words }
  return Object.assign(
    {},
    ...Object.entries(words as Record<string, unknown>).map(([key, value]) =>
      flatten(value, prefix ? `${prefix}.${key}` : key),
    ),
  )
}

const keysOf = (language: string, namespace: string) =>
  flatten(resources[language]?.[namespace] ?? {})
const baseKeys = (language: string, namespace: string) =>
  [
    ...new Set(
      Object.keys(keysOf(language, namespace)).map((key) => key.replace(pluralEnding, '')),
    ),
  ].sort()
const namespaces = Object.keys(resources['zh-CN'] ?? {}).sort()

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

describe('the two languages', () => {
  it('have the same files', () => {
    expect(namespaces.length).toBeGreaterThan(5)
    expect(Object.keys(resources['en'] ?? {}).sort()).toEqual(namespaces)
  })

  it.each(namespaces)('have the same keys in %s', (namespace) => {
    expect(baseKeys('en', namespace)).toEqual(baseKeys('zh-CN', namespace))
  })

  it.each(namespaces)('fill the same values into the sentences of %s', (namespace) => {
    // Of the plural forms the last, `_other`, counts: "in 1 day" needs no number.
    const values = (language: string) =>
      new Map(
        Object.entries(keysOf(language, namespace)).map(([key, text]) => [
          key.replace(pluralEnding, ''),
          [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort(),
        ]),
      )
    const byKey = (language: string) =>
      [...values(language)].sort(([one], [other]) => (one < other ? -1 : 1))
    expect(byKey('en')).toEqual(byKey('zh-CN'))
  })

  it.each(uiLanguages)('leave no text empty in %s', (language) => {
    const empty = namespaces.flatMap((namespace) =>
      Object.entries(keysOf(language, namespace))
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${namespace}:${key}`),
    )
    expect(empty).toEqual([])
  })

  it('keep each its own script: no Chinese in the English words', () => {
    const mixed = namespaces.flatMap((namespace) =>
      Object.entries(keysOf('en', namespace))
        .filter(([key, text]) => /\p{Script=Han}/u.test(text) && !key.endsWith('language.zh-CN'))
        .map(([key]) => `${namespace}:${key}`),
    )
    expect(mixed).toEqual([])
  })
})

describe('the sources', () => {
  const known = new Set(
    namespaces.flatMap((namespace) =>
      baseKeys('zh-CN', namespace).flatMap((key) => [`${namespace}:${key}`]),
    ),
  )

  it('ask only for words that exist', () => {
    const missing = listSources(rendererFolder).flatMap((file) => {
      const source = readFileSync(file, 'utf8')
      const own = /useTranslation\(\s*\[?\s*'([\w-]+)'/.exec(source)?.[1] ?? 'common'
      return [...source.matchAll(/\bt\(\s*'([\w:.+-]+)'/g)]
        .map((match) => match[1] ?? '')
        .map((key) => (key.includes(':') ? key : `${own}:${key}`))
        .filter((key) => !known.has(key))
        .map((key) => `${file.slice(rendererFolder.length + 1)} → ${key}`)
    })
    expect(missing).toEqual([])
  })

  it('hold no Chinese text outside the locales', () => {
    const allowed = /^lib[\\/]format-date\.ts$/
    const spoken = listSources(rendererFolder).filter((file) => {
      const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return /\p{Script=Han}/u.test(source) && !allowed.test(file.slice(rendererFolder.length + 1))
    })
    expect(spoken).toEqual([])
  })
})
