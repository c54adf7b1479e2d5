import { useLayoutEffect } from 'react'
import { useRouteQuery } from '@renderer/lib/client'
import { usePrivacyStore } from '@renderer/lib/privacy'

/**
 * Puts the setting on `<html>`, where the styles that cover what is marked as private look for it, before anything is
 * painted. Draws nothing.
 */
export function PrivacyMode(): null {
  const { data } = useRouteQuery('preferences.get', {})
  const on = data?.privacyMode ?? false
  useLayoutEffect(() => {
    document.documentElement.dataset.privacy = on ? 'on' : 'off'
    usePrivacyStore.setState({ on })
  }, [on])
  return null
}
