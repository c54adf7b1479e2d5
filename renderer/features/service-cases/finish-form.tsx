import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseEntry } from '@shared/features/service-cases/service-cases.schema'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { isComposing } from '@renderer/lib/ime'
import styles from './case-details.module.css'

const notAsked = 0
const marks = [1, 2, 3, 4, 5]

/** How a case ended, and when it is closed how content they were, 1–5 or not asked (R080). */
export function FinishForm({
  entry,
  to,
  onSave,
  onClose,
}: {
  entry: CaseEntry
  to: 'resolved' | 'closed'
  onSave: (change: { result: string; satisfaction: number | null }) => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('service-cases')
  const [result, setResult] = useState(entry.result ?? '')
  const [mark, setMark] = useState(notAsked)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    if (result.trim() === '') {
      setMissing(true)
      return
    }
    setBusy(true)
    await onSave({ result, satisfaction: mark === notAsked ? null : mark })
    setBusy(false)
  }
  return (
    <form
      className={styles.finish}
      aria-label={t(`action.${to}`)}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void save()
        }
      }}
    >
      <FormField label={t('field.result')} error={missing ? 'required' : undefined} required>
        {({ status, ...props }) => (
          <Input.TextArea
            {...props}
            {...(status ? { status } : {})}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={result}
            onChange={({ target }) => {
              setResult(target.value)
              setMissing(false)
            }}
          />
        )}
      </FormField>
      {to === 'closed' && (
        <div className={styles.mark}>
          <span className={styles.label}>{t('field.satisfaction')}</span>
          <Segmented<number>
            size="small"
            aria-label={t('field.satisfaction')}
            value={mark}
            onChange={setMark}
            options={[
              { value: notAsked, label: t('notAsked') },
              ...marks.map((value) => ({ value, label: String(value) })),
            ]}
          />
        </div>
      )}
      <div className={styles.actions}>
        <Button size="small" type="primary" htmlType="submit" loading={busy && { delay: 200 }}>
          {t(`action.${to}`)}
          <Kbd keys="mod+enter" joined />
        </Button>
        <Button size="small" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
