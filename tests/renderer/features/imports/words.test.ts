import { describe, expect, it } from 'vitest'
import { listResources, uiLanguages } from '@renderer/lib/i18n'
import { targetGroups } from '@renderer/features/imports/target-groups'
import {
  encodings,
  importTargets,
  problemCodes,
  readings,
} from '@shared/features/imports/imports.schema'

type Words = Record<string, Record<string, unknown>>

describe.each(uiLanguages)('the import page in %s', (language) => {
  const words = listResources()[language]?.['imports'] as Words

  it('has words for every field, reading and encoding', () => {
    expect(Object.keys(words['target'] ?? {}).sort()).toEqual([...importTargets].sort())
    for (const reading of readings) expect(words['reading']).toHaveProperty([reading])
    for (const encoding of encodings) expect(words['encoding']).toHaveProperty([encoding])
  })

  it('says of every problem what it is and what will happen', () => {
    for (const code of problemCodes)
      expect(Object.keys(words['problem']?.[code] ?? {}).sort()).toEqual(['error', 'then', 'what'])
  })
})

describe('the choice of fields', () => {
  it('offers every field once', () => {
    const offered = targetGroups.flatMap(({ targets }) => targets)
    expect([...offered].sort()).toEqual([...importTargets].sort())
  })
})
