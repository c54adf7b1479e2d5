import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueEntry } from '@shared/features/quality/quality.contract'
import type { VerificationMethod } from '@shared/features/quality/quality.enums'
import { blockComposingEnter } from '@renderer/lib/ime'
import { MethodChoice } from './method-choice'
import styles from './queue.module.css'
import { useVerify } from './use-verify'

/**
 * Making sure of a customer on the spot (R064): the phone, or the e-mail where there is none, and whom to ask for. 对得上 stamps
 * both contact and name; otherwise the form opens at that field.
 */
export function CallBack({
  entry,
  field,
  contact,
  onWrong,
  onDone,
}: {
  entry: QueueEntry
  field: 'phone' | 'email'
  /** The number or address with its eye. */
  contact: React.ReactNode
  onWrong: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('quality')
  const verify = useVerify()
  const [method, setMethod] = useState<VerificationMethod>('call-back')
  const [note, setNote] = useState('')

  const right = async () => {
    if (await verify({ id: entry.id, fields: [field, 'name'], method, note })) onDone()
  }
  return (
    <form
      className={styles.call}
      aria-label={t('call.label', { name: entry.name })}
      onSubmit={(event) => {
        event.preventDefault()
        void right()
      }}
      onKeyDown={(event) => {
        blockComposingEnter(event)
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          onDone()
        }
      }}
    >
      <p className={styles.number}>
        {t(`call.${field}`)} {contact}
      </p>
      <p data-private className={styles.ask}>
        {t('call.ask', { name: entry.name })}
      </p>
      <MethodChoice value={method} onChange={setMethod} />
      <div className={styles.answer}>
        <Input
          className={styles.note ?? ''}
          size="small"
          value={note}
          maxLength={200}
          placeholder={t('call.note')}
          aria-label={t('call.note')}
          onChange={({ target }) => setNote(target.value)}
        />
        <Button size="small" type="primary" htmlType="submit">
          {t('call.right')}
        </Button>
        <Button size="small" onClick={onWrong}>
          {t('call.wrong')}
        </Button>
      </div>
    </form>
  )
}
