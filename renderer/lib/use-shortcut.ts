import { useEffect, useRef } from 'react'
import { registerShortcut, type ShortcutHandler, type ShortcutScope } from './shortcut-registry'

export type ShortcutOptions = { enabled?: boolean; scope?: ShortcutScope }

/**
 * Binds keys while the component stands: `mod+k`, `c`, `?`, `arrowdown`, or a sequence `g c`. The newest binding comes
 * first. Letters count only while no field has focus and no input method composes; Enter and Space stay with a focused
 * button or link.
 */
export function useShortcut(
  keys: string | readonly string[],
  handler: ShortcutHandler,
  { enabled = true, scope = 'page' }: ShortcutOptions = {},
): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  const joined = typeof keys === 'string' ? keys : keys.join('|')
  useEffect(() => {
    if (!enabled) return
    return registerShortcut({
      keys: joined.split('|'),
      scope,
      run: (event) => latest.current(event),
    })
  }, [joined, enabled, scope])
}
