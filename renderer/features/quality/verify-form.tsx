import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationMethod, VerifiedField } from '@shared/features/quality/quality.enums'
import type { QualityStamp } from '@shared/features/quality/quality.schema'
import { blockComposingEnter } from '@renderer/lib/ime'
import { MethodChoice } from './method-choice'
import { useStampText } from './stamp-text'
import { useVerify } from './use-verify'
import styles from './verify.module.css'

/** Says that one field is true: how one knows, and a note. */
export function VerifyForm({
  customerId,
  field,
  stamp,
  onDone,
}: {
  customerId: number
  field: VerifiedField
  stamp: QualityStamp | null
  onDone: () => void
}) {
  const { t } = useTranslation('quality')
  const verify = useVerify()
  const stampText = useStampText()
  const [method, setMethod] = useState<VerificationMethod>('call-back')
  const [note, setNote] = useState('')

  const submit = async () => {
    if (await verify({ id: customerId, fields: [field], method, note })) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={blockComposingEnter}
    >
      {stamp && (
        <p className={styles.former}>
          {stamp.holds ? stampText(stamp) : t('verify.changed', { stamp: stampText(stamp) })}
          {stamp.note && <span data-private> · {stamp.note}</span>}
        </p>
      )}
      <MethodChoice value={method} onChange={setMethod} />
      <Input
        value={note}
        maxLength={200}
        placeholder={t('call.note')}
        aria-label={t('call.note')}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="primary" size="small" htmlType="submit">
        {t('verify.submit')}
      </Button>
    </form>
  )
}
