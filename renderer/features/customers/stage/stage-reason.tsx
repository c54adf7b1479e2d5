import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { isComposing } from '@renderer/lib/ime'
import { StageDate } from './stage-date'
import styles from './stage-dialog.module.css'

const longestReason = 500

/** Why and when a customer was lost: 流失 needs its reason (R029). */
export function StageReason({
  onSave,
}: {
  onSave: (reason: string, at: number | null) => Promise<void>
}) {
  const { t } = useTranslation('customers')
  const [reason, setReason] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const save = async () => {
    const words = reason.trim()
    if (words === '') return setError('lost-reason-required')
    if ([...words].length > longestReason) return setError(`too-long|${longestReason}`)
    setBusy(true)
    await onSave(words, at)
    setBusy(false)
  }
  return (
    <div className={styles.reason}>
      <FormField label={t('stageDialog.reason')} required error={error}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setError(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event))
                void save()
            }}
          />
        )}
      </FormField>
      <StageDate at={at} onChange={setAt} />
      <Button type="primary" loading={busy} onClick={() => void save()}>
        {t('stageDialog.save')}
        <Kbd keys="mod+enter" joined />
      </Button>
    </div>
  )
}
