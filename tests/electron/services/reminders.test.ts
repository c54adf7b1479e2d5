import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DueReminder } from '@db/repositories/reminders'
import { createReminders, reminderLookMs } from '../../../electron/services/reminders'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const call: DueReminder = {
  ...{ ref: { kind: 'step', id: 7 }, kind: 'step', type: 'phone', at: 0 },
  ...{ title: '问样品', customerName: '沈青禾' },
}
const notice: DueReminder = {
  ...{
    ref: null,
    kind: 'notice',
    type: null,
    at: 0,
    title: '90 天没有往来',
    customerName: '沈青禾',
  },
}

function setUp(
  wanted: Partial<{ reminders: boolean; reminderNames: boolean; privacyMode: boolean }> = {},
) {
  const preferences = { reminders: true, reminderNames: false, privacyMode: false, ...wanted }
  const state = { isOpen: true, due: [] as DueReminder[], taken: 0 }
  const shown: { title: string; body: string; click: () => void }[] = []
  const clicked: unknown[] = []
  const reminders = createReminders({
    isOpen: () => state.isOpen,
    preferences: () => preferences,
    language: () => 'zh-CN',
    take() {
      state.taken += 1
      const { due } = state
      state.due = []
      return Promise.resolve(due)
    },
    show: (text, click) => shown.push({ ...text, click }),
    onClick: (item) => clicked.push(item),
    onDue: () => undefined,
  })
  return { state, shown, clicked, reminders }
}

describe('a notification of the desktop', () => {
  test('comes when something falls due, once, with kinds and numbers but no names', async () => {
    const { state, shown, clicked, reminders } = setUp()
    state.due = [call]
    await vi.advanceTimersByTimeAsync(reminderLookMs)
    await vi.advanceTimersByTimeAsync(10 * reminderLookMs)
    expect(shown).toMatchObject([{ title: '有 1 项到期', body: '电话 1 项' }])
    expect(JSON.stringify(shown)).not.toMatch(/沈青禾|样品/)
    shown[0]?.click()
    expect(clicked).toEqual([{ kind: 'step', id: 7 }])
    reminders.stop()
  })

  test('says names only to those who want them, and in privacy mode nothing but a number', async () => {
    const named = setUp({ reminderNames: true })
    named.state.due = [call, notice]
    await named.reminders.look()
    expect(named.shown).toMatchObject([
      { title: '有 2 项到期', body: '沈青禾：问样品\n沈青禾：90 天没有往来' },
    ])
    named.shown[0]?.click()
    expect(named.clicked).toEqual([null])
    const covered = setUp({ reminderNames: true, privacyMode: true })
    covered.state.due = [call]
    await covered.reminders.look()
    expect(covered.shown).toMatchObject([{ title: '有 1 项到期', body: '' }])
    for (const { reminders } of [named, covered]) reminders.stop()
  })

  test('never comes while the book is locked, nor is anything asked of it', async () => {
    const { state, shown, reminders } = setUp()
    state.isOpen = false
    state.due = [call]
    await vi.advanceTimersByTimeAsync(10 * reminderLookMs)
    expect([shown.length, state.taken]).toEqual([0, 0])
    state.isOpen = true
    await vi.advanceTimersByTimeAsync(reminderLookMs)
    expect(shown).toHaveLength(1)
    reminders.stop()
  })

  test('does not come when they are switched off', async () => {
    const { state, reminders } = setUp({ reminders: false })
    state.due = [call]
    await vi.advanceTimersByTimeAsync(10 * reminderLookMs)
    expect(state.taken).toBe(0)
    reminders.stop()
  })
})
