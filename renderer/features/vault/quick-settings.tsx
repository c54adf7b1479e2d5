import { Button, Dropdown } from 'antd'
import { Languages, SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { themes } from '@shared/features/preferences/preferences.contract'
import { useRouteQuery } from '@renderer/lib/client'
import { useSetPreferences } from '@renderer/lib/use-set-preferences'
import styles from './gate.module.css'

/** Language, theme and version at the foot of the screens before the book is open. */
export function QuickSettings() {
  const { t, i18n } = useTranslation('vault')
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const set = useSetPreferences()
  const theme = preferences?.theme ?? 'system'
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <div className={styles.quick}>
      <Button
        type="text"
        size="small"
        icon={<Languages size={14} strokeWidth={1.6} aria-hidden />}
        aria-label={t('switchLanguage')}
        onClick={() => void set({ language: other })}
      >
        {t('languages')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [theme],
          items: themes.map((key) => ({ key, label: t(`theme.${key}`) })),
          onClick: ({ key }) => {
            const chosen = themes.find((one) => one === key)
            if (chosen) void set({ theme: chosen })
          },
        }}
      >
        <Button type="text" size="small" icon={<SunMoon size={14} strokeWidth={1.6} aria-hidden />}>
          {t(`theme.${theme}`)}
        </Button>
      </Dropdown>
      <span className={styles.version}>{preferences?.appVersion}</span>
    </div>
  )
}
