import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { useRouteQuery } from '@renderer/lib/client'
import { useSetPreferences } from '@renderer/lib/use-set-preferences'
import { useShortcut } from '@renderer/lib/use-shortcut'

const keys = 'mod+shift+h'

/** Covers everything personal on the screen and uncovers it, also by its key and while a dialog is open (R089). */
export function PrivacyButton() {
  const { t } = useTranslation('privacy')
  const { data } = useRouteQuery('preferences.get', {})
  const set = useSetPreferences()
  const on = data?.privacyMode ?? false
  const toggle = () => void set({ privacyMode: !on })
  useShortcut(keys, toggle, { scope: 'any' })
  return (
    <IconButton
      icon={EyeOff}
      label={t(on ? 'turnOff' : 'turnOn')}
      keys={keys}
      pressed={on}
      onClick={toggle}
    />
  )
}
