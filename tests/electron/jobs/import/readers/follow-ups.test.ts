import { describe, expect, it } from 'vitest'
import { readFollowUps } from '../../../../../electron/jobs/import/readers/follow-ups'

describe('a log in one cell', () => {
  it.each([
    ['2023-10-22:反馈课程进度快', [['2023-10-22', '反馈课程进度快']]],
    ['2023年10月22日：反馈课程进度快', [['2023-10-22', '反馈课程进度快']]],
    ['2023.10.22 反馈课程进度快', [['2023-10-22', '反馈课程进度快']]],
    ['20231022:反馈', [['2023-10-22', '反馈']]],
    ['2023-10-22 15:30 来电', [['2023-10-22', '15:30 来电']]],
    ['电话里说再考虑', [[null, '电话里说再考虑']]],
    ['2023-10-22', [['2023-10-22', '2023-10-22']]],
    [
      '2023-10-22:反馈；2023-11-02:约了试听\n2023-11-20 已报名',
      [
        ['2023-10-22', '反馈'],
        ['2023-11-02', '约了试听'],
        ['2023-11-20', '已报名'],
      ],
    ],
    [
      '老客户介绍；2023-11-02:约了试听',
      [
        [null, '老客户介绍'],
        ['2023-11-02', '约了试听'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(readFollowUps(text).entries.map(({ on, content }) => [on, content])).toEqual(expected)
  })

  it('keeps a day that does not exist in the words and says so', () => {
    expect(readFollowUps('2023-02-30:来访')).toEqual({
      entries: [{ on: null, content: '2023-02-30:来访' }],
      isClear: false,
    })
  })

  it('does not split at numbers that are no dates', () => {
    expect(readFollowUps('报价 12000000 元，型号 20-30-40').entries).toHaveLength(1)
  })
})
