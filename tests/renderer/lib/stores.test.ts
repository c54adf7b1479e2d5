import { describe, expect, it, vi } from 'vitest'
import { forgetBook, onBookClosed } from '@renderer/lib/book-closed'
import { useIntentStore } from '@renderer/lib/intent-store'
import { useToastStore } from '@renderer/lib/toast-store'

describe('when the book closes', () => {
  it('everything registered forgets what it held', () => {
    const reset = vi.fn()
    const stop = onBookClosed(reset)
    useIntentStore.getState().ask({ kind: 'new-customer', name: '苏知秋' })
    useToastStore.getState().show({ tone: 'done', text: '已归档', undo: null })
    forgetBook()
    expect(reset).toHaveBeenCalledOnce()
    expect(useIntentStore.getState().intent).toBeNull()
    expect(useToastStore.getState().toast).toBeNull()
    stop()
    forgetBook()
    expect(reset).toHaveBeenCalledOnce()
  })
})

describe('toasts', () => {
  it('come one at a time, the newest wins', () => {
    const { show } = useToastStore.getState()
    show({ tone: 'done', text: 'first', undo: null })
    const first = useToastStore.getState().toast?.id ?? 0
    show({ tone: 'done', text: 'second', undo: null })
    useToastStore.getState().close(first)
    expect(useToastStore.getState().toast?.text).toBe('second')
  })
})
