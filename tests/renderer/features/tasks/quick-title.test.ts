import { describe, expect, test } from 'vitest'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { readDateWords } from '@shared/features/date-words/read-date-words.rules'
import { titleWithout } from '@renderer/features/tasks/quick-title.rules'

describe('the line for a new task', () => {
  const now = instantOf('2024-05-15', 600)
  test.each([
    ['明天下午3点给云岫寄样品', '给云岫寄样品'],
    ['给云岫寄样品，明天下午3点', '给云岫寄样品'],
    ['send samples tomorrow 3pm to Yun', 'send samples to Yun'],
    ['明天', '明天'],
    ['没有日期的事', '没有日期的事'],
  ])('%s is called %s', (text, title) => {
    expect(titleWithout(text, readDateWords(text, now)[0] ?? null)).toBe(title)
  })
})
