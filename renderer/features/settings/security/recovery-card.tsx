import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { findOverdueRecoveryCheck } from '@shared/features/vault/recovery-reminder.rules'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { CareCard } from './care-card'
import { ProveDialog } from './prove-dialog'
import { ReissueDialog } from './reissue-dialog'

/** The recovery key: when it was last proven to be at hand, a check, and a new one (R094). */
export function RecoveryCard() {
  const { t } = useTranslation('security')
  const format = useFormat()
  const { data: state } = useRouteQuery('vault.getState', {})
  const [dialog, setDialog] = useState<'prove' | 'reissue' | null>(null)
  if (!state) return null
  const { recoveryProvenAt: provenAt, session } = state
  const overdue = findOverdueRecoveryCheck(session?.role ?? null, provenAt, systemClock())
  const words =
    provenAt === null ? t('recovery.unknown') : t('recovery.proven', { when: format.day(provenAt) })
  const close = () => setDialog(null)
  return (
    <CareCard
      title={t('recovery.title')}
      label={t('recovery.label')}
      state={overdue === null ? words : `${words} · ${t('recovery.overdue', { count: overdue })}`}
      note={t('recovery.note')}
    >
      <Button onClick={() => setDialog('prove')}>{t('recovery.prove')}</Button>
      <Button onClick={() => setDialog('reissue')}>{t('recovery.reissue')}</Button>
      {dialog === 'prove' && <ProveDialog onClose={close} />}
      {dialog === 'reissue' && <ReissueDialog onClose={close} />}
    </CareCard>
  )
}
