import { expect, test } from 'vitest'
import type { TagSubgroup, TagType, TagWithCount } from '@shared/features/tags/tags.schema'
import { groupTags } from '@renderer/features/tags/manage/tag-groups'

const tag = (
  id: number,
  type: TagType,
  name: string,
  subgroup: TagSubgroup | null,
): TagWithCount => ({
  ...{ id, code: `T${id}`, type, name, subgroup, customers: 0 },
  ...{ color: null, automatic: false, rule: null, archivedAt: null },
})
const tags = [
  tag(1, 'need', '急需采购', 'service'),
  tag(2, 'need', '价格敏感', 'price'),
  tag(3, 'need', 'OEM', null),
  tag(4, 'risk', '回款慢', null),
]

test('tags stand by type, and needs by what they are about, the rest last', () => {
  expect(
    groupTags(tags, '').map(({ type, total, groups }) => [
      ...[type, total],
      groups.map(({ subgroup, tags: own }) => [subgroup, own.map(({ id }) => id)]),
    ]),
  ).toEqual([
    [
      'need',
      3,
      [
        ['price', [2]],
        ['service', [1]],
        [null, [3]],
      ],
    ],
    ['risk', 1, [[null, [4]]]],
  ])
})

test('a search folds width and case and leaves out what is empty', () => {
  expect(groupTags(tags, ' ｏｅｍ ')).toMatchObject([{ type: 'need', total: 1 }])
  expect(groupTags(tags, '没有')).toEqual([])
})
