import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropField,
  type FieldPlace,
  moveField,
  placesOf,
} from '@renderer/features/settings/fields/field-order.rules'

const places = (text: string): FieldPlace[] =>
  text.split(' ').map((word) => ({
    id: Number(word.slice(1)),
    groupName: word[0] === '-' ? null : (word[0] ?? ''),
  }))
const said = (list: readonly FieldPlace[]) =>
  list.map(({ id, groupName }) => `${groupName ?? '-'}${id}`).join(' ')

describe('the order of custom fields', () => {
  it('moves past a neighbour, and at the edge of a group into the next one', () => {
    const list = places('-1 A2 A3 B4')
    expect(said(moveField(list, 3, -1))).toBe('-1 A3 A2 B4')
    expect(said(moveField(list, 3, 1))).toBe('-1 A2 B3 B4')
    expect(said(moveField(list, 1, 1))).toBe('A1 A2 A3 B4')
    expect(said(moveField(list, 1, -1))).toBe('-1 A2 A3 B4')
    expect(said(moveField(list, 4, 1))).toBe('-1 A2 A3 B4')
  })

  it('drops a field beside another one, under its heading', () => {
    const list = places('-1 A2 A3 B4')
    expect(said(dropField(list, 1, { id: 3, after: false }))).toBe('A2 A1 A3 B4')
    expect(said(dropField(list, 4, { id: 1, after: true }))).toBe('-1 -4 A2 A3')
    expect(said(dropField(list, 2, { id: 2, after: true }))).toBe('-1 A2 A3 B4')
  })

  it('keeps every field once, whatever is moved', () => {
    const group = fc.constantFrom(null, 'A', 'B')
    const list = fc
      .array(group, { minLength: 1, maxLength: 8 })
      .map((groups) => placesOf(groups.map((groupName, index) => ({ id: index + 1, groupName }))))
    fc.assert(
      fc.property(list, fc.nat(9), fc.nat(9), fc.boolean(), (start, id, other, after) => {
        const ids = (of: readonly FieldPlace[]) =>
          of.map((place) => place.id).toSorted((a, b) => a - b)
        for (const next of [
          moveField(start, id, 1),
          moveField(start, id, -1),
          dropField(start, id, { id: other, after }),
        ])
          if (start.some((place) => place.id === id)) {
            expect(ids(next)).toEqual(ids(start))
            expect(placesOf(next)).toEqual(next)
          }
      }),
    )
  })
})
