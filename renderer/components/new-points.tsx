import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import { isDoubtful, normalizePoint } from '@shared/features/contacts/contacts.rules'
import type { NewPointValues } from '@shared/features/contacts/contacts.schema'
import { pointKind } from '@renderer/lib/point-kind'
import { IconButton } from './icon-button'
import styles from './new-points.module.css'

/**
 * Further numbers of a customer that is not saved yet, each with a cross: they will be saved with it, so they are shown (R050).
 * Nothing where there are none.
 */
export function NewPoints({
  points,
  onChange,
}: {
  points: readonly NewPointValues[]
  onChange: (points: NewPointValues[]) => void
}) {
  const { t } = useTranslation('contacts')
  if (points.length === 0) return null
  return (
    <section className={styles.points} aria-label={t('own.title')}>
      <div className={styles.title}>{t('own.title')}</div>
      <ul className={styles.list}>
        {points.map((point, index) => (
          <li key={index} className={styles.line}>
            <span className={styles.kind}>
              {t(pointKind({ ...point, ...normalizePoint(point) }))}
            </span>
            <span data-private className={styles.raw}>
              {point.type === 'phone' ? formatPhone(point.raw) : point.raw}
            </span>
            {isDoubtful(point) && <span className={styles.check}>{t('points.check')}</span>}
            <IconButton
              icon={X}
              label={t('points.remove', { number: index + 1 })}
              onClick={() => onChange(points.filter((other) => other !== point))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
