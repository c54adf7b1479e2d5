import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { languageOf } from './language'
import { applyOwnVariables, createTheme } from './theme'
import { useThemeMode } from './use-theme-mode'

/** Applies language and theme of the settings, live, to antd, the dates, our own variables and `<html>`. */
export function Appearance({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation()
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const mode = useThemeMode(preferences?.theme ?? 'system')
  const language = languageOf(preferences)
  const platform = preferences?.platform ?? 'linux'
  const theme = useMemo(() => createTheme(mode), [mode])

  useLayoutEffect(() => {
    applyOwnVariables(document.documentElement, mode)
  }, [mode])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.platform = platform
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language, platform])

  return (
    <ConfigProvider
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="kb-app">{children}</AntApp>
    </ConfigProvider>
  )
}
