import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ChosenErasureReason,
  erasureReasons,
} from '@shared/features/customers/customers.enums'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import type { CustomerTarget } from '../target'
import { TargetName } from '../target-name'
import styles from './erase-dialog.module.css'

/** Asks before customers are erased for good, which nothing takes back: what goes, and what old backups still hold (X5). */
export function EraseDialog({
  target,
  onClose,
  onDone,
}: {
  target: CustomerTarget
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('customers')
  const toast = useToast()
  const erase = useRouteCommand('customers.erase')
  const { ids } = target
  const [reason, setReason] = useState<ChosenErasureReason | null>(null)
  const [missing, setMissing] = useState(false)
  const submit = () => {
    if (reason === null) return setMissing(true)
    erase.mutate(
      { ids, reason },
      {
        onSuccess: () => {
          onDone()
          toast(t('erase.done', { count: ids.length }))
        },
      },
    )
  }
  return (
    <FormDialog
      danger
      width={480}
      title={
        <>
          {t('erase.title')}
          <TargetName target={target} />
        </>
      }
      lead={t('erase.lead')}
      action={t('erase.action')}
      busy={erase.isPending}
      error={erase.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField label={t('erase.reason')} error={missing ? 'required' : undefined} required>
        {({ id: fieldId }) => (
          <Radio.Group
            id={fieldId}
            className={styles.reasons ?? ''}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value as ChosenErasureReason)
              setMissing(false)
            }}
            options={erasureReasons.map((value) => ({ value, label: t(`erase.reasons.${value}`) }))}
          />
        )}
      </FormField>
      <Note tone="warn">{t('erase.backups')}</Note>
    </FormDialog>
  )
}
