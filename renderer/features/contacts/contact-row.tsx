import { GripVertical, SquarePen, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ContactView } from '@shared/features/contacts/contacts.schema'
import { Avatar } from '@renderer/components/avatar'
import { IconButton } from '@renderer/components/icon-button'
import { coverText, usePrivacy } from '@renderer/lib/privacy'
import styles from './contact-row.module.css'
import { PointLine } from './point-line'
import type { useRevealPoint } from './use-reveal-point'

export type RowActions = {
  edit: () => void
  remove: () => void
  /** By places; −1 is up. */
  move: (step: number) => void
  startDrag: (event: React.DragEvent) => void
  endDrag: () => void
}

/** One person with every way to reach them. The handle is dragged, or moved by the arrow keys. */
export function ContactRow({
  person,
  reveal,
  canReveal,
  actions,
  handleRef,
}: {
  person: ContactView
  reveal: ReturnType<typeof useRevealPoint>
  canReveal: boolean
  /** null: one may look only. */
  actions: RowActions | null
  handleRef: (element: HTMLButtonElement | null) => void
}) {
  const { t } = useTranslation('contacts')
  const covered = usePrivacy()
  const name = covered ? coverText(person.name) : person.name
  const work = [person.department, person.position].filter(Boolean).join(' · ')
  return (
    <>
      {actions && (
        <button
          type="button"
          ref={handleRef}
          className={styles.handle}
          aria-label={t('row.move', { name })}
          title={t('row.moveHint')}
          draggable
          onDragStart={actions.startDrag}
          onDragEnd={actions.endDrag}
          onKeyDown={(event) => {
            const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
            if (step === undefined) return
            event.preventDefault()
            event.stopPropagation()
            actions.move(step)
          }}
        >
          <GripVertical size={14} strokeWidth={1.6} aria-hidden />
        </button>
      )}
      <Avatar name={person.name} size={32} isPrivate />
      <div className={styles.words}>
        <div className={styles.head}>
          <span data-private className={styles.name}>
            {person.name}
          </span>
          {work && (
            <span data-private className={styles.work}>
              {work}
            </span>
          )}
          {person.decisionRole && (
            <span className={styles.role}>{t(`role.${person.decisionRole}`)}</span>
          )}
        </div>
        {person.points.length > 0 && (
          <ul className={styles.points}>
            {person.points.map((point) => (
              <PointLine
                key={point.id}
                point={point}
                of={name}
                shown={reveal.values[point.id]}
                onToggle={canReveal ? () => void reveal.toggle(point.id) : null}
              />
            ))}
          </ul>
        )}
        {person.notes && (
          <p data-private className={styles.notes}>
            {person.notes}
          </p>
        )}
      </div>
      {actions && (
        <div className={styles.actions}>
          <IconButton icon={SquarePen} label={t('row.edit', { name })} onClick={actions.edit} />
          <IconButton icon={Trash2} label={t('row.remove', { name })} onClick={actions.remove} />
        </div>
      )}
    </>
  )
}
