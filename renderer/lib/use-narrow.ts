import { useSyncExternalStore } from 'react'

const query = '(max-width: 1199.98px)'

/** True under the one breakpoint of the layout, 1200 px. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(query)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}
