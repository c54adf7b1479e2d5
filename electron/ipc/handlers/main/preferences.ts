import type { RouteOutput } from '@shared/contract'
import { app, nativeTheme } from 'electron'
import type { MainHandlers } from '../../main-context'

type Platform = RouteOutput<'preferences.get'>['platform']

export const preferencesHandlers: MainHandlers<'preferences.get' | 'preferences.set'> = {
  'preferences.get': ({ preferences }) => ({
    ...preferences.get(),
    systemLanguage: app.getLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    appVersion: app.getVersion(),
    platform: process.platform as Platform,
  }),
  'preferences.set'({ preferences }, change) {
    preferences.update(change)
    nativeTheme.themeSource = preferences.get().theme
    return preferences.get()
  },
}
