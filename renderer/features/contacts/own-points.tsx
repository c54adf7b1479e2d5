import { SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PointView } from '@shared/features/contacts/contacts.schema'
import { IconButton } from '@renderer/components/icon-button'
import { SectionTitle } from '@renderer/components/section-title'
import { ContactEditor } from './contact-editor'
import { openEditor } from './contact-store'
import styles from './own-points.module.css'
import { PointLine } from './point-line'
import { useRevealPoint } from './use-reveal-point'

/** Numbers of the customer itself beside its main phone and e-mail (R015, R050). */
export function OwnPoints({
  customerId,
  points,
  isEditing,
  rights,
}: {
  customerId: number
  points: readonly PointView[]
  isEditing: boolean
  rights: { reveal: boolean; edit: boolean }
}) {
  const { t } = useTranslation('contacts')
  const reveal = useRevealPoint(customerId)
  return (
    <section className={styles.section}>
      <SectionTitle
        action={
          rights.edit &&
          !isEditing && (
            <IconButton
              icon={SquarePen}
              label={t('own.edit')}
              placement="left"
              onClick={() => openEditor(customerId, 'own')}
            />
          )
        }
      >
        {t('own.title')}
      </SectionTitle>
      {isEditing ? (
        <ContactEditor customerId={customerId} place="own" />
      ) : points.length === 0 ? (
        <p className={styles.none}>{t('own.none')}</p>
      ) : (
        <ul className={styles.points}>
          {points.map((point) => (
            <PointLine
              key={point.id}
              point={point}
              of={t('own.title')}
              shown={reveal.values[point.id]}
              onToggle={rights.reveal ? () => void reveal.toggle(point.id) : null}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
