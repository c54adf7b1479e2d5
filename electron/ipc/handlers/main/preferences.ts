import type { RouteOutput } from '@shared/contract'
import { app } from 'electron'
import type { MainHandlers } from '../../main-context'

type Platform = RouteOutput<'preferences.get'>['platform']

export const preferencesHandlers: MainHandlers<'preferences.get' | 'preferences.set'> = {
  'preferences.get': ({ preferences }) => ({
    ...preferences.get(),
    systemLanguage: app.getLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    appVersion: app.getVersion(),
    platform: process.platform as Platform,
  }),
  'preferences.set'({ preferences, applyPreferences }, change) {
    preferences.update(change)
    applyPreferences()
    return preferences.get()
  },
}
