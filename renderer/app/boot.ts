import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { connectCache, createQueryClient, request } from '@renderer/lib/client'
import { createI18n } from '@renderer/lib/i18n'
import { routeKey } from '@renderer/lib/route-keys'
import { listenForShortcuts } from '@renderer/lib/shortcut-registry'
import { languageOf } from './language'

export type Booted = { client: QueryClient; words: i18n }

/** Asks for settings and the state of the book before the first picture, so that nothing flickers. */
export async function boot(): Promise<Booted> {
  const client = createQueryClient()
  const [preferences, vault] = await Promise.allSettled([
    request('preferences.get', {}),
    request('vault.getState', {}),
  ])
  if (preferences.status === 'fulfilled')
    client.setQueryData(routeKey('preferences.get', {}), preferences.value)
  if (vault.status === 'fulfilled') client.setQueryData(routeKey('vault.getState', {}), vault.value)
  connectCache(client, (listener) => window.kebu.on(listener))
  listenForShortcuts(window)
  const known = preferences.status === 'fulfilled' ? preferences.value : undefined
  return { client, words: createI18n(languageOf(known)) }
}
