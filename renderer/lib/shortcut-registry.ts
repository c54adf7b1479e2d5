import { isComposing } from './ime'
import { isMac } from './platform'
import { needsFreeKeyboard, strokeName } from './shortcut-keys'

/** `page`: not while a dialog or a menu is open. `dialog`: only inside one. `any`: always. */
export type ShortcutScope = 'page' | 'dialog' | 'any'

/** Returning false passes the stroke on to an older registration. */
export type ShortcutHandler = (event: KeyboardEvent) => void | false

type Registration = { keys: readonly string[]; scope: ShortcutScope; run: ShortcutHandler }

const registrations: Registration[] = []
const sequenceMs = 1200
let pending: { stroke: string; at: number } | null = null

/** Adds a binding; the newest comes first. Returns the remover. */
export function registerShortcut(registration: Registration): () => void {
  registrations.push(registration)
  return () => {
    registrations.splice(registrations.indexOf(registration), 1)
  }
}

/** Attaches the one listener of the window. Returns the detacher. */
export function listenForShortcuts(target: Window): () => void {
  target.addEventListener('keydown', dispatchShortcut)
  return () => target.removeEventListener('keydown', dispatchShortcut)
}

/** Runs what is bound to a key press, unless a field, an input method or a focused button needs the key. */
export function dispatchShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
  const stroke = strokeName(event, isMac())
  const element = event.target instanceof Element ? event.target : null
  if (needsFreeKeyboard(stroke) && isTyping(element)) return
  if ((stroke === 'enter' || stroke === 'space') && element?.closest('button, a, [role=button]'))
    return
  const prefix = pending && event.timeStamp - pending.at < sequenceMs ? pending.stroke : null
  pending = null
  const inLayer = hasOpenLayer(element)
  if (prefix && runFirst(`${prefix} ${stroke}`, event, inLayer)) return
  if (runFirst(stroke, event, inLayer)) return
  const starts = registrations.some((one) => one.keys.some((key) => key.startsWith(`${stroke} `)))
  if (starts) pending = { stroke, at: event.timeStamp }
}

function runFirst(stroke: string, event: KeyboardEvent, inLayer: boolean): boolean {
  for (const one of registrations.toReversed()) {
    if (!one.keys.includes(stroke)) continue
    if (one.scope === 'page' && inLayer) continue
    if (one.scope === 'dialog' && !inLayer) continue
    if (one.run(event) === false) continue
    event.preventDefault()
    return true
  }
  return false
}

function isTyping(element: Element | null): boolean {
  if (!element) return false
  if (element instanceof HTMLElement && element.isContentEditable) return true
  const field = element.closest('input, textarea, select')
  if (!(field instanceof HTMLInputElement)) return field !== null
  return !['checkbox', 'radio', 'button'].includes(field.type)
}

function hasOpenLayer(element: Element | null): boolean {
  if (element?.closest('[role=dialog], [role=menu]')) return true
  const dialogs = document.querySelectorAll('[role=dialog][aria-modal=true]')
  return [...dialogs].some((dialog) => dialog.checkVisibility())
}
