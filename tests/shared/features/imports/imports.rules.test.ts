import { describe, expect, it } from 'vitest'
import {
  countColumns,
  hasNameColumn,
  headerSignature,
} from '@shared/features/imports/imports.rules'

describe('a mapping', () => {
  it('can give a customer its name by the name or by the contact person', () => {
    expect(hasNameColumn([{ target: 'phone' }, { target: 'name' }])).toBe(true)
    expect(hasNameColumn([{ target: 'contactPerson' }])).toBe(true)
    expect(hasNameColumn([{ target: 'contact' }, { target: 'notes' }])).toBe(false)
  })

  it('counts columns with a field, in the notes for want of one, and left out', () => {
    expect(
      countColumns([
        { target: 'name', reading: 'as-is' },
        { target: 'notes', reading: 'as-is' },
        { target: 'notes', reading: 'kept-in-notes' },
        { target: 'ignore', reading: 'empty' },
      ]),
    ).toEqual({ mapped: 2, inNotes: 1, ignored: 1 })
  })

  it('is recognised by its header, in order and name by name', () => {
    expect(headerSignature(['姓名', '电话'])).toBe(headerSignature(['姓名', '电话']))
    expect(headerSignature(['姓名', '电话'])).not.toBe(headerSignature(['电话', '姓名']))
    expect(headerSignature(['ab', 'c'])).not.toBe(headerSignature(['a', 'bc']))
    expect(headerSignature(['姓名'])).toMatch(/^[0-9a-f]{8}$/)
  })
})
