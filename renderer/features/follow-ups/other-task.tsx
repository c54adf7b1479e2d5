import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntryTask } from '@shared/features/follow-ups/follow-ups.schema'
import { useFormat } from '@renderer/lib/format'
import form from './follow-up-form.module.css'
import styles from './next-date-field.module.css'

/** What the text asks for by a second date: dashed while it is offered, and a chip once it was taken; the entry is saved with it. */
export function OtherTask({
  asked,
  taken,
  onTake,
}: {
  asked: EntryTask | null
  taken: EntryTask | null
  onTake: (task: EntryTask | null) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const task = taken ?? asked
  if (!task) return null
  const when = format.planned(task.dueAt)
  return (
    <>
      <span className={form.label}>{t('composer.otherTask')}</span>
      <div className={styles.line} role="group" aria-label={t('composer.otherTask')}>
        {taken ? (
          <span
            className={styles.chosen}
            onKeyDown={(event) => {
              if (event.key !== 'Backspace' && event.key !== 'Delete') return
              event.preventDefault()
              onTake(null)
            }}
          >
            <span data-private>{task.title}</span>
            <span className={styles.distance}>{when}</span>
            <button
              type="button"
              className={styles.drop}
              aria-label={t('composer.dropTask')}
              onClick={() => onTake(null)}
            >
              <X size={13} strokeWidth={1.6} aria-hidden />
            </button>
          </span>
        ) : (
          <>
            <button type="button" className={styles.offered} onClick={() => onTake(task)}>
              <Plus size={13} strokeWidth={1.6} aria-hidden />
              <span data-private>{task.title}</span>
              <span className={styles.distance}>{when}</span>
            </button>
            <span className={styles.source}>{t('composer.tabTakes')}</span>
          </>
        )}
      </div>
    </>
  )
}
