import { useSyncExternalStore } from 'react'
import type { Preferences } from '@shared/features/preferences/preferences.contract'
import type { ThemeMode } from './theme-palette'

const darkQuery = '(prefers-color-scheme: dark)'

/** Light or dark: the setting, else what the system says now. */
export function useThemeMode(theme: Preferences['theme']): ThemeMode {
  const systemDark = useSyncExternalStore(subscribe, () => window.matchMedia(darkQuery).matches)
  if (theme !== 'system') return theme
  return systemDark ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(darkQuery)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}
