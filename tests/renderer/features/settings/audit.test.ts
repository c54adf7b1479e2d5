import { describe, expect, test } from 'vitest'
import type { TFunction } from 'i18next'
import {
  customerIn,
  everything,
  isOpen,
  toFilter,
} from '@renderer/features/settings/audit/audit-choice.rules'
import { detailWords, routeWords } from '@renderer/features/settings/audit/line-words'
import { rowHeight, rowsInView } from '@renderer/features/settings/audit/rows-in-view.rules'
import { whenWords } from '@renderer/features/settings/audit/when-words'
import { createFormat } from '@renderer/lib/format'
import { createI18n } from '@renderer/lib/i18n'

const t: TFunction<'audit'> = createI18n('zh-CN').getFixedT('zh-CN', 'audit')
const english: TFunction<'audit'> = createI18n('en').getFixedT('en', 'audit')
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime()

describe('the filter row', () => {
  test('takes both days whole', () => {
    const days = { first: at(2026, 10, 20, 15), last: at(2026, 10, 22, 9) }
    const { from, until } = toFilter({ ...everything, days }, null)
    expect([from, until]).toEqual([at(2026, 10, 20), at(2026, 10, 23)])
  })

  test('asks the same question for the same kinds in another order', () => {
    const one = toFilter({ ...everything, kinds: ['vault', 'backup'] }, null)
    expect(one).toEqual(toFilter({ ...everything, kinds: ['backup', 'vault'] }, null))
  })

  test('knows when nothing is filtered', () => {
    expect(isOpen(toFilter(everything, null))).toBe(true)
    expect(isOpen(toFilter(everything, 12))).toBe(false)
    expect(isOpen(toFilter({ ...everything, kinds: ['vault'] }, null))).toBe(false)
    expect(isOpen(toFilter({ ...everything, userId: 1 }, null))).toBe(false)
    expect(isOpen(toFilter({ ...everything, days: { first: 0, last: 0 } }, null))).toBe(false)
  })

  test.each([
    ['customer=12', 12],
    ['', null],
    ['customer=', null],
    ['customer=0', null],
    ['customer=-3', null],
    ['customer=1e3', null],
    ['customer=99999999999999999999', null],
  ])('reads the address %s', (query, id) => {
    expect(customerIn(new URLSearchParams(query))).toBe(id)
  })
})

describe('the words of an entry', () => {
  const names = new Map([[3, '白露']])
  const words = (subject: string | null, changes = 0) =>
    detailWords({ subject, changes }, names, { t, count: String })

  test.each([
    [null, ''],
    ['customer:12 email,phone', '邮箱、电话'],
    ['customer:12 shoeSize', 'shoeSize'],
    ['customer:12', ''],
    ['user:3', '白露'],
    ['user:3 sales', '白露 · 销售'],
    ['user:4 sales', '销售'],
    ['user:0197f0a0-0000-7000-8000-000000000001', ''],
    ['lines:1200', '1200 条'],
    ['entry:57', '从第 57 条起'],
    ['result:entry-changed', '有记录被改过'],
    ['something new', 'something new'],
  ])('say of %s: %s', (subject, expected) => {
    expect(words(subject)).toBe(expected)
  })

  test('count the changes behind what it was about', () => {
    expect(words(null, 4)).toBe('改了 4 处')
    expect(words('user:3', 4)).toBe('白露 · 改了 4 处')
    const line = { subject: null, changes: 1 }
    expect(detailWords(line, names, { t: english, count: String })).toBe('1 row changed')
  })

  test('leave a route as it is that only a newer program knows', () => {
    expect(routeWords(t, 'customers.reveal')).toBe('看敏感内容')
    expect(routeWords(t, 'tasks.snooze')).toBe('tasks.snooze')
    expect(routeWords(t, 'customers')).toBe('customers')
  })

  test('give the moment with its time, on any day', () => {
    const common = createI18n('zh-CN').getFixedT('zh-CN', 'common')
    const format = createFormat(common, 'zh-CN', () => at(2026, 10, 22, 12))
    expect(whenWords(format, at(2026, 10, 22, 9, 5))).toBe('今天 09:05')
    expect(whenWords(format, at(2026, 10, 22))).toBe('今天 00:00')
    expect(whenWords(format, at(2026, 10, 20, 9, 5))).toBe('11-20 周五 09:05')
    expect(whenWords(format, at(2025, 10, 20, 9, 5))).toBe('2025-11-20 09:05')
  })
})

describe('the rows in view', () => {
  test('are those on the screen and some around', () => {
    const view = { top: 100 * rowHeight, height: 10 * rowHeight }
    const { first, last, isNearEnd } = rowsInView(view, 1000)
    expect([first, last, isNearEnd]).toEqual([88, 122, false])
  })

  test('ask for more before the end, and not before the height is known', () => {
    expect(rowsInView({ top: 0, height: 320 }, 30).isNearEnd).toBe(true)
    expect(rowsInView({ top: 0, height: 0 }, 30).isNearEnd).toBe(false)
    expect(rowsInView({ top: 0, height: 320 }, 100).isNearEnd).toBe(false)
  })

  test('never lie outside the list', () => {
    expect(rowsInView({ top: 9_000_000, height: 320 }, 5)).toMatchObject({ first: 5, last: 5 })
    expect(rowsInView({ top: -50, height: 320 }, 5)).toMatchObject({ first: 0, last: 5 })
  })
})
