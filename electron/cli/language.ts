import type { Preferences } from '@shared/features/preferences/preferences.contract'

export type Language = 'zh-CN' | 'en'

/**
 * The language of the messages: the one chosen in the program, else the system's.
 * @param environment LC_ALL, LC_MESSAGES and LANG as in POSIX
 * @param systemLocale for systems that set none of them
 */
export function chooseLanguage(
  chosen: Preferences['language'],
  environment: NodeJS.ProcessEnv,
  systemLocale: string,
): Language {
  if (chosen !== 'system') return chosen
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || systemLocale) ? 'zh-CN' : 'en'
}
