import type { RouteOutput } from '@shared/contract'
import type { UiLanguage } from '@renderer/lib/i18n'

/** The language to show: the chosen one, else that of the system; Chinese while nothing is known. */
export function languageOf(preferences: RouteOutput<'preferences.get'> | undefined): UiLanguage {
  if (!preferences) return 'zh-CN'
  return preferences.language === 'system' ? preferences.systemLanguage : preferences.language
}
