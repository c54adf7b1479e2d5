import i18next, { type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const uiLanguages = ['zh-CN', 'en'] as const
export type UiLanguage = (typeof uiLanguages)[number]

/** Every locale file of the renderer; the file name is the namespace. */
const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', {
  eager: true,
  import: 'default',
})

/** The bundled words as i18next takes them: language → namespace → keys. */
export function listResources(): Resource {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [path, words] of Object.entries(files)) {
    const [, language, namespace] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (language && namespace) (resources[language] ??= {})[namespace] = words
  }
  return resources
}

/** Starts i18next with everything bundled; nothing is loaded later. */
export function createI18n(language: UiLanguage): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    resources: listResources(),
    lng: language,
    fallbackLng: false,
    supportedLngs: uiLanguages,
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  })
  return instance
}
