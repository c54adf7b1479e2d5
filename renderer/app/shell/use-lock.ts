import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { flushDrafts } from '@renderer/lib/drafts'
import { routeKey } from '@renderer/lib/route-keys'

/** How long a lock waits for drafts that are still being written, in ms. */
const flushMs = 300

/** Keeps what was typed, locks the book and shows the unlock screen. */
export function useLock(): () => Promise<void> {
  const client = useQueryClient()
  const errorToast = useErrorToast()
  return useCallback(async () => {
    try {
      await Promise.race([flushDrafts(), new Promise((resolve) => setTimeout(resolve, flushMs))])
      client.setQueryData(routeKey('vault.getState', {}), await request('vault.lock', {}))
    } catch (error) {
      errorToast(error)
    }
  }, [client, errorToast])
}
