import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { isOverdue } from '@shared/features/tasks/tasks.rules'
import { useFormat } from '@renderer/lib/format'
import styles from '@renderer/components/due.module.css'
import { whenText } from './when-text'

/** When a task is due: overdue in words and red, today in text colour, later in secondary, none as a dash. */
export function DueLabel({ task }: { task: { dueAt: number | null; allDay: boolean } }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { dueAt } = task
  if (dueAt === null) return <span className={styles.none}>—</span>
  const due = format.due(dueAt)
  const isLate = isOverdue(task, systemClock())
  const when = due.tone === 'later' ? whenText(format, dueAt, task.allDay) : due.text
  const text = isLate && due.tone === 'today' ? t('due.lateToday', { when }) : when
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
