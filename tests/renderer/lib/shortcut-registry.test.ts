import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  dispatchShortcut,
  registerShortcut,
  type ShortcutHandler,
  type ShortcutScope,
} from '@renderer/lib/shortcut-registry'

/** Just enough of an element for the registry: what it is, and what it lies in. */
class FakeElement {
  isContentEditable = false
  readonly type: string
  readonly inside: string
  constructor(inside = '', type = 'text') {
    this.inside = inside
    this.type = type
  }
  closest(selector: string): FakeElement | null {
    return this.inside !== '' && selector.includes(this.inside) ? this : null
  }
}
class FakeInput extends FakeElement {
  constructor(type = 'text') {
    super('input', type)
  }
}

let openDialogs: { checkVisibility: () => boolean }[] = []
const removers: (() => void)[] = []
const bind = (keys: string | string[], run: ShortcutHandler, scope: ShortcutScope = 'page') =>
  removers.push(registerShortcut({ keys: [keys].flat(), scope, run }))

function press(key: string, extra: Record<string, unknown> = {}) {
  const event = {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    timeStamp: 0,
    target: new FakeElement(),
    preventDefault: vi.fn(),
    ...extra,
  }
  dispatchShortcut(event as unknown as KeyboardEvent)
  return event
}

beforeEach(() => {
  openDialogs = []
  vi.stubGlobal('Element', FakeElement)
  vi.stubGlobal('HTMLElement', FakeElement)
  vi.stubGlobal('HTMLInputElement', FakeInput)
  vi.stubGlobal('document', { querySelectorAll: () => openDialogs })
})
afterEach(() => {
  for (const remove of removers.splice(0)) remove()
  vi.unstubAllGlobals()
})

describe('a single letter', () => {
  it('runs while no field has focus', () => {
    const run = vi.fn()
    bind('c', run)
    expect(press('c').preventDefault).toHaveBeenCalled()
    expect(run).toHaveBeenCalledOnce()
  })

  it('stays with a field, an editable text and a composing input method', () => {
    const run = vi.fn()
    bind('c', run)
    const editable = new FakeElement()
    editable.isContentEditable = true
    press('c', { target: new FakeInput() })
    press('c', { target: new FakeElement('textarea') })
    press('c', { target: editable })
    press('c', { isComposing: true })
    press('Process', { keyCode: 229 })
    expect(run).not.toHaveBeenCalled()
  })

  it('runs on a check box, which takes no letters', () => {
    const run = vi.fn()
    bind('x', run)
    press('x', { target: new FakeInput('checkbox') })
    expect(run).toHaveBeenCalledOnce()
  })
})

describe('keys with Ctrl', () => {
  it('run inside a field, but undo and select all are left to the text', () => {
    const palette = vi.fn()
    const undo = vi.fn()
    bind('mod+k', palette)
    bind('mod+z', undo)
    press('k', { ctrlKey: true, target: new FakeInput() })
    press('z', { ctrlKey: true, target: new FakeInput() })
    expect(palette).toHaveBeenCalledOnce()
    expect(undo).not.toHaveBeenCalled()
  })
})

describe('layers', () => {
  it('keep keys of the page from running behind a dialog', () => {
    const page = vi.fn()
    const dialog = vi.fn()
    const any = vi.fn()
    bind('c', page)
    bind('d', dialog, 'dialog')
    bind('a', any, 'any')
    openDialogs = [{ checkVisibility: () => true }]
    press('c')
    press('d')
    press('a')
    expect([page, dialog, any].map((one) => one.mock.calls.length)).toEqual([0, 1, 1])
  })

  it('do not count a dialog that is hidden', () => {
    const page = vi.fn()
    bind('c', page)
    openDialogs = [{ checkVisibility: () => false }]
    press('c')
    expect(page).toHaveBeenCalledOnce()
  })

  it('give Escape to the newest first, which may pass it on', () => {
    const older = vi.fn()
    const newer = vi.fn<ShortcutHandler>(() => false)
    bind('escape', older)
    bind('escape', newer)
    press('Escape')
    newer.mockImplementation(() => undefined)
    press('Escape')
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 2])
  })
})

describe('Enter and Space', () => {
  it('stay with the button that has focus', () => {
    const run = vi.fn()
    bind(['enter', 'space'], run)
    press('Enter', { target: new FakeElement('button') })
    press(' ', { target: new FakeElement('button') })
    expect(run).not.toHaveBeenCalled()
    press('Enter')
    expect(run).toHaveBeenCalledOnce()
  })
})

describe('a sequence', () => {
  it('runs when the second key follows soon', () => {
    const go = vi.fn()
    const create = vi.fn()
    bind('g c', go)
    bind('c', create)
    press('g', { timeStamp: 100 })
    press('c', { timeStamp: 600 })
    expect([go.mock.calls.length, create.mock.calls.length]).toEqual([1, 0])
  })

  it('is forgotten after a while', () => {
    const go = vi.fn()
    const create = vi.fn()
    bind('g c', go)
    bind('c', create)
    press('g', { timeStamp: 100 })
    press('c', { timeStamp: 2000 })
    expect([go.mock.calls.length, create.mock.calls.length]).toEqual([0, 1])
  })
})
