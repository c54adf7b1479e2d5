import { Popover } from 'antd'
import { BadgeCheck, BadgeAlert, BadgeQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifiedField } from '@shared/features/quality/quality.enums'
import type { QualityStamp } from '@shared/features/quality/quality.schema'
import { useStampText } from './stamp-text'
import { VerifyForm } from './verify-form'
import styles from './verify.module.css'

/**
 * Whether a field was made sure of, as a mark beside it; a press opens who did it, when and how, and a new check (D6). `words` says it
 * in full beside the mark.
 */
export function VerifyField({
  customerId,
  field,
  stamp,
  canVerify,
  words = false,
}: {
  customerId: number
  field: VerifiedField
  stamp: QualityStamp | null
  canVerify: boolean
  words?: boolean
}) {
  const { t } = useTranslation('quality')
  const stampText = useStampText()
  const [open, setOpen] = useState(false)
  const state = stamp === null ? 'never' : stamp.holds ? 'holds' : 'stale'
  const text = stamp?.holds ? stampText(stamp) : t(`verify.${state}`)
  const Icon = { never: BadgeQuestionMark, holds: BadgeCheck, stale: BadgeAlert }[state]
  const mark = <Icon size={14} strokeWidth={1.6} aria-hidden className={styles[state]} />

  if (!canVerify)
    return (
      <span className={styles.state} title={text} role="img" aria-label={text}>
        {mark}
        {words && <span className={styles.text}>{text}</span>}
      </span>
    )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<VerifyForm {...{ customerId, field, stamp }} onDone={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={words ? `${styles.state} ${styles.wide}` : styles.state}
        title={words ? undefined : text}
        aria-label={`${t('verify.button', { field: t(`field.${field}`) })} · ${text}`}
        aria-expanded={open}
        aria-haspopup="dialog"
      >
        {mark}
        {words && <span className={styles.text}>{text}</span>}
      </button>
    </Popover>
  )
}
