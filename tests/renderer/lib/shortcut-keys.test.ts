import { describe, expect, it } from 'vitest'
import { needsFreeKeyboard, readableKeys, strokeName } from '@renderer/lib/shortcut-keys'

const stroke = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('the name of a stroke', () => {
  it('takes Ctrl as mod, and ⌘ on macOS', () => {
    expect(strokeName(stroke('k', { ctrlKey: true }), false)).toBe('mod+k')
    expect(strokeName(stroke('k', { metaKey: true }), true)).toBe('mod+k')
    expect(strokeName(stroke('k', { ctrlKey: true }), true)).toBe('ctrl+k')
    expect(strokeName(stroke('k', { metaKey: true }), false)).toBe('meta+k')
  })

  it('names shift for letters and arrows, not for signs', () => {
    expect(strokeName(stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z')
    expect(strokeName(stroke('ArrowDown', { shiftKey: true }), false)).toBe('shift+arrowdown')
    expect(strokeName(stroke('?', { shiftKey: true }), false)).toBe('?')
    expect(strokeName(stroke(' '), false)).toBe('space')
  })
})

describe('keys that belong to a field with focus', () => {
  it.each(['c', '?', 'shift+x', 'arrowdown', 'enter', 'space', '/', 'mod+z', 'mod+a'])(
    'keeps %s in the field',
    (name) => {
      expect(needsFreeKeyboard(name)).toBe(true)
    },
  )

  it.each(['mod+k', 'mod+enter', 'alt+1', 'f6', 'escape'])('lets %s through', (name) => {
    expect(needsFreeKeyboard(name)).toBe(false)
  })
})

describe('keys as a person reads them', () => {
  it('speaks the platform', () => {
    expect(readableKeys('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(readableKeys('mod+shift+z', true)).toEqual(['⌘', '⇧', 'Z'])
    expect(readableKeys('g c', false)).toEqual(['G', 'C'])
    expect(readableKeys('arrowup', false)).toEqual(['↑'])
  })
})
