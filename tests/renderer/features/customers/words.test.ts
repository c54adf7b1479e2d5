import { describe, expect, it } from 'vitest'
import { customerFields } from '@shared/features/customers/customers.schema'
import { customerSortKeys } from '@shared/features/customers/customers.contract'
import { listResources, uiLanguages } from '@renderer/lib/i18n'

type Words = Record<string, Record<string, unknown>>

describe.each(uiLanguages)('the customer in %s', (language) => {
  const words = listResources()[language]?.['customers'] as Words

  it('has a name for every field of the schema: form, page, history and restores show it', () => {
    const names = Object.keys(words['field'] ?? {})
    expect(names).toEqual(expect.arrayContaining(Object.keys(customerFields.shape)))
  })

  it('has a name for every order of the list', () => {
    expect(Object.keys(words['column'] ?? {})).toEqual(
      expect.arrayContaining([...customerSortKeys]),
    )
  })
})
