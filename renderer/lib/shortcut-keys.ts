export type KeyStroke = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const symbols = /^[^a-z0-9]$/i

/**
 * Canonical name of a stroke: `mod+shift+z`, `arrowdown`, `?`, `c`. `mod` is Ctrl, on macOS ⌘. Shift is not named for
 * signs such as `?`, which need it on some keyboards only.
 */
export function strokeName(stroke: KeyStroke, mac: boolean): string {
  const key = stroke.key === ' ' ? 'space' : stroke.key.toLowerCase()
  const mod = mac ? stroke.metaKey : stroke.ctrlKey
  const other = mac ? stroke.ctrlKey : stroke.metaKey
  const parts = [
    ...(mod ? ['mod'] : []),
    ...(other ? [mac ? 'ctrl' : 'meta'] : []),
    ...(stroke.altKey ? ['alt'] : []),
    ...(stroke.shiftKey && !(key.length === 1 && symbols.test(key)) ? ['shift'] : []),
    key,
  ]
  return parts.join('+')
}

const editing = /^mod\+(shift\+)?[zyacxv]$/

/** True for keys that type, edit text or move a caret: those stay with the field that has focus. */
export function needsFreeKeyboard(stroke: string): boolean {
  if (editing.test(stroke)) return true
  return (
    !/(^|\+)(mod|alt|ctrl|meta)\+/.test(stroke) && !/^f\d+$/.test(stroke) && stroke !== 'escape'
  )
}

/** Keys as a person reads them: `mod+shift+z` → ['Ctrl', 'Shift', 'Z'], on macOS ['⌘', '⇧', 'Z']. */
export function readableKeys(stroke: string, mac: boolean): string[] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
    alt: mac ? '⌥' : 'Alt',
    ctrl: 'Ctrl',
    arrowup: '↑',
    arrowdown: '↓',
    arrowleft: '←',
    arrowright: '→',
    escape: 'Esc',
    enter: 'Enter',
    space: 'Space',
  }
  return stroke
    .split(/[+ ]/)
    .map((part) => names[part] ?? (/^(f\d+|.)$/.test(part) ? part.toUpperCase() : part))
}
