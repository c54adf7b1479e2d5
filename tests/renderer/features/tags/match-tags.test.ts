import { describe, expect, it } from 'vitest'
import type { TagType, TagWithCount } from '@shared/features/tags/tags.schema'
import { listTagChoices } from '@renderer/features/tags/match-tags'

const tag = (id: number, type: TagType, name: string, customers: number): TagWithCount => ({
  id,
  code: `T2026110100${id}`,
  type,
  name,
  customers,
  ...{ subgroup: null, color: null, automatic: false, rule: null, archivedAt: null },
})
const tags = [
  tag(1, 'need', '急需采购', 3),
  tag(2, 'value', '采购量大', 9),
  tag(3, 'risk', '回款慢', 5),
  tag(4, 'need', 'OEM', 1),
]
const none = new Set<number>()
const names = (text: string, type: TagType = 'need', worn = none) =>
  listTagChoices(tags, text, type, worn).map((choice) => choice.tag.name)

describe('choices for a tag', () => {
  it('are the most worn tags while nothing is typed, and nothing new', () => {
    expect(names('')).toEqual(['采购量大', '回款慢', '急需采购', 'OEM'])
  })

  it('put names that begin with the words before names that hold them', () => {
    expect(names('采购').slice(0, 2)).toEqual(['采购量大', '急需采购'])
  })

  it('end with the new tag of the chosen type', () => {
    expect(listTagChoices(tags, ' 月结 ', 'value', none)).toEqual([
      { key: 'new', tag: { type: 'value', name: '月结' }, customers: null, isNew: true },
    ])
  })

  it('offer no second tag of the same type and name, whatever its width or case', () => {
    expect(names('ｏｅｍ')).toEqual(['OEM'])
    expect(listTagChoices(tags, 'oem', 'risk', none).map((choice) => choice.isNew)).toEqual([
      false,
      true,
    ])
  })

  it('leave out what the customer wears', () => {
    expect(names('回款慢', 'risk', new Set([3]))).toEqual([])
  })
})
