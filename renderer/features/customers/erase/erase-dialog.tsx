import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  type ChosenErasureReason,
  erasureReasons,
} from '@shared/features/customers/customers.enums'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { TargetName } from '../target-name'
import styles from './erase-dialog.module.css'

/** Asks before a customer is erased for good, which nothing takes back: what goes, and what old backups still hold (X5). */
export function EraseDialog({ detail, onClose }: { detail: CustomerDetail; onClose: () => void }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const toast = useToast()
  const navigate = useNavigate()
  const erase = useRouteCommand('customers.erase')
  const [reason, setReason] = useState<ChosenErasureReason | null>(null)
  const [missing, setMissing] = useState(false)
  const { id, name, code, followUpCount } = detail
  const submit = () => {
    if (reason === null) return setMissing(true)
    erase.mutate(
      { ids: [id], reason },
      {
        onSuccess: () => {
          void navigate('/customers')
          toast(t('erase.done', { code }))
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
          <TargetName target={{ ids: [id], name }} />
        </>
      }
      lead={t('erase.lead', { count: followUpCount, shown: format.count(followUpCount) })}
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
