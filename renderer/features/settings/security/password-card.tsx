import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CareCard } from './care-card'
import { PasswordDialog } from './password-dialog'

/** One's own password. */
export function PasswordCard() {
  const { t } = useTranslation('security')
  const [open, setOpen] = useState(false)
  return (
    <CareCard title={t('password.title')} label={t('password.label')} note={t('password.note')}>
      <Button onClick={() => setOpen(true)}>{t('password.change')}</Button>
      {open && <PasswordDialog onClose={() => setOpen(false)} />}
    </CareCard>
  )
}
