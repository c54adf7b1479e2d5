import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CareCard } from './care-card'
import { RotateDialog } from './rotate-dialog'

/** The data key of the whole book: when to replace it, and the way to do so. */
export function RotationCard() {
  const { t } = useTranslation('security')
  const [open, setOpen] = useState(false)
  return (
    <CareCard title={t('rotation.title')} label={t('rotation.label')} note={t('rotation.when')}>
      <Button onClick={() => setOpen(true)}>{t('rotation.start')}</Button>
      {open && <RotateDialog onClose={() => setOpen(false)} />}
    </CareCard>
  )
}
