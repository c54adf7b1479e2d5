import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RouteInput, RouteOutput } from '@shared/contract'
import { useErrorToast } from './announce'
import { request } from './request'
import { routeKey } from './route-keys'

type Change = RouteInput<'preferences.set'>
type Known = RouteOutput<'preferences.get'>

/** Changes settings of this computer: shown at once, put back with a word when they could not be kept. */
export function useSetPreferences(): (change: Change) => Promise<void> {
  const client = useQueryClient()
  const errorToast = useErrorToast()
  return useCallback(
    async (change) => {
      const key = routeKey('preferences.get', {})
      const before = client.getQueryData<Known>(key)
      const merge = (next: Change) =>
        client.setQueryData<Known>(key, (known) => known && { ...known, ...next })
      merge(change)
      try {
        merge(await request('preferences.set', change))
      } catch (error) {
        if (before) client.setQueryData(key, before)
        errorToast(error)
      }
    },
    [client, errorToast],
  )
}
