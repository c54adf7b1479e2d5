import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactView } from '@shared/features/contacts/contacts.schema'
import { moveInOrder } from '@shared/features/contacts/contacts.rules'
import { ContactEditor } from './contact-editor'
import styles from './contact-list.module.css'
import { ContactRow } from './contact-row'
import { openEditor, type Place } from './contact-store'
import { useContactCommands } from './use-contact-commands'
import { useRevealPoint } from './use-reveal-point'

/** The people in their order; a dragged one is put before or behind the one under the pointer. */
export function ContactList({
  customerId,
  contacts,
  editing,
  rights,
}: {
  customerId: number
  contacts: readonly ContactView[]
  editing: Place | null
  rights: { reveal: boolean; edit: boolean }
}) {
  const { t } = useTranslation('contacts')
  const commands = useContactCommands(customerId)
  const reveal = useRevealPoint(customerId)
  const [dragged, setDragged] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const handles = useRef(new Map<number, HTMLButtonElement>())
  const moved = useRef<number | null>(null)
  const ids = contacts.map(({ id }) => id)
  const order = ids.join()

  // A row that moves in the page loses the focus that its handle had.
  useEffect(() => {
    if (moved.current !== null) handles.current.get(moved.current)?.focus()
    moved.current = null
  }, [order])

  const move = (id: number, step: number) => {
    const next = moveInOrder(ids, id, step)
    if (next.join() === order) return
    moved.current = id
    void commands.reorder(next)
  }
  const drop = () => {
    if (dragged !== null && target !== null)
      move(dragged, ids.indexOf(target) - ids.indexOf(dragged))
    setDragged(null)
    setTarget(null)
  }
  return (
    <ol className={styles.list} aria-label={t('title')}>
      {contacts.map((person) => {
        const { id, name } = person
        if (editing === id)
          return (
            <li key={id} className={styles.editor}>
              <ContactEditor customerId={customerId} place={id} />
            </li>
          )
        const side = ids.indexOf(id) > ids.indexOf(dragged ?? id) ? styles.below : styles.above
        const classes = [styles.row, dragged === id && styles.dragged, target === id && side]
        return (
          <li
            key={id}
            className={classes.filter(Boolean).join(' ')}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setTarget(id === dragged ? null : id)
            }}
            onDrop={(event) => {
              event.preventDefault()
              drop()
            }}
          >
            <ContactRow
              person={person}
              reveal={reveal}
              canReveal={rights.reveal}
              handleRef={(element) => {
                if (element) handles.current.set(id, element)
                else handles.current.delete(id)
              }}
              actions={
                rights.edit
                  ? {
                      edit: () => openEditor(customerId, id),
                      remove: () => void commands.remove(id, name),
                      move: (step) => move(id, step),
                      startDrag: (event) => {
                        event.dataTransfer.effectAllowed = 'move'
                        event.dataTransfer.setData('text/plain', '')
                        setDragged(id)
                      },
                      endDrag: () => {
                        setDragged(null)
                        setTarget(null)
                      },
                    }
                  : null
              }
            />
          </li>
        )
      })}
    </ol>
  )
}
