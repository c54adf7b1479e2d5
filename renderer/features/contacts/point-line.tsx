import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import type { PointView } from '@shared/features/contacts/contacts.schema'
import { RevealValue } from '@renderer/components/reveal-value'
import { pointKind } from '@renderer/lib/point-kind'
import styles from './point-line.module.css'

/** One number: its kind, the masked number with its eye, what it is for and whether several people share it. */
export function PointLine({
  point,
  shown,
  of,
  onToggle,
}: {
  point: PointView
  /** The whole number while it is revealed. */
  shown: string | null | undefined
  /** Whose it is, for screen readers. */
  of: string
  /** null: one's role sees numbers masked only. */
  onToggle: (() => void) | null
}) {
  const { t } = useTranslation('contacts')
  const kind = pointKind(point)
  return (
    <li className={styles.line}>
      <span className={styles.kind}>{t(kind)}</span>
      <RevealValue
        masked={point.masked}
        shown={shown}
        label={`${of} · ${t(kind)}`}
        onToggle={onToggle}
        {...(point.type === 'phone' ? { format: formatPhone } : {})}
      />
      {point.label && (
        <span data-private className={styles.label}>
          {point.label}
        </span>
      )}
      {point.shared && (
        <span className={styles.chip} title={t('points.sharedHint')}>
          {t('points.shared')}
        </span>
      )}
      {point.doubtful && <span className={styles.check}>{t('points.check')}</span>}
    </li>
  )
}
