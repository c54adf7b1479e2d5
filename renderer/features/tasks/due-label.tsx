import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { isOverdue } from '@shared/features/tasks/tasks.rules'
import { useFormat } from '@renderer/lib/format'
import styles from './due-label.module.css'

/** When a task is due: overdue in words and red, today in text colour, later in secondary, none as a dash. */
export function DueLabel({ task }: { task: { dueAt: number | null; allDay: boolean } }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { dueAt } = task
  if (dueAt === null) return <span className={styles.none}>—</span>
  const due = format.due(dueAt)
  const isLate = isOverdue(task, systemClock())
  const text = isLate && due.tone === 'today' ? t('due.lateToday', { when: due.text }) : due.text
  return (
    <time
      dateTime={new Date(dueAt).toISOString()}
      title={format.full(dueAt)}
      className={styles[isLate ? 'overdue' : due.tone]}
    >
      {text}
    </time>
  )
}
