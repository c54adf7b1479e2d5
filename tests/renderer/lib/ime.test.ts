import { describe, expect, it, vi } from 'vitest'
import { blockComposingEnter, isComposing, isPlainEnter, onEnter } from '@renderer/lib/ime'

const press = (extra: Record<string, unknown> = {}) => ({
  key: 'Enter',
  preventDefault: vi.fn(),
  ...extra,
})

describe('Enter while an input method composes', () => {
  it('is recognised by isComposing and by key code 229', () => {
    expect(isComposing({ key: 'Enter', isComposing: true })).toBe(true)
    expect(isComposing({ key: 'Process', keyCode: 229 })).toBe(true)
    expect(isComposing({ key: 'Enter', nativeEvent: { key: 'Enter', isComposing: true } })).toBe(
      true,
    )
    expect(isComposing({ key: 'Enter', keyCode: 13 })).toBe(false)
  })

  it('never runs the action', () => {
    const action = vi.fn()
    onEnter(action)(press({ isComposing: true }))
    onEnter(action)(press({ keyCode: 229 }))
    expect(action).not.toHaveBeenCalled()
  })

  it('is kept from submitting a form', () => {
    const composing = press({ isComposing: true })
    blockComposingEnter(composing)
    expect(composing.preventDefault).toHaveBeenCalled()
  })
})

describe('a plain Enter', () => {
  it('runs the action once', () => {
    const action = vi.fn()
    onEnter(action)(press({ keyCode: 13 }))
    expect(action).toHaveBeenCalledOnce()
  })

  it('is not Shift Enter and no other key', () => {
    expect(isPlainEnter({ key: 'Enter', shiftKey: true })).toBe(false)
    expect(isPlainEnter({ key: 'a' })).toBe(false)
  })

  it('submits a form as usual', () => {
    const plain = press()
    blockComposingEnter(plain)
    expect(plain.preventDefault).not.toHaveBeenCalled()
  })
})
