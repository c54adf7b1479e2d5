import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

/** Locks the book and shows the unlock screen at once. */
export function useLock(): () => Promise<void> {
  const client = useQueryClient()
  const errorToast = useErrorToast()
  return useCallback(async () => {
    try {
      client.setQueryData(routeKey('vault.getState', {}), await request('vault.lock', {}))
    } catch (error) {
      errorToast(error)
    }
  }, [client, errorToast])
}
