import { Button } from 'antd'
import { Check, ListChecks, Repeat2, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { isClosed } from '@shared/features/tasks/tasks.rules'
import { IconButton } from '@renderer/components/icon-button'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { DueLabel } from './due-label'
import { useRecurrenceWords } from './recurrence-words'
import styles from './task-row.module.css'
import type { TaskCommands } from './use-task-commands'

/** One task: round box, what to do, for whom, when, by whom. Enter opens it, M marks it done. */
export function TaskRow({
  task,
  current,
  me,
  commands,
  onOpen,
  onCustomer,
}: {
  task: TaskItem
  /** Under the keyboard. */
  current: boolean
  me: number | null
  commands: TaskCommands
  onOpen: () => void
  /** Null where the customer is known from the page. */
  onCustomer: ((id: number) => void) | null
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const closed = isClosed(task.status)
  const title = task.textsHidden ? t('row.hidden') : task.title
  const box = closed ? t('row.reopen', { title }) : t('row.complete', { title })
  return (
    <div
      className={[styles.row, current && styles.current, closed && styles.closed]
        .filter(Boolean)
        .join(' ')}
    >
      {closed ? (
        <IconButton
          icon={RotateCcw}
          label={box}
          disabled={!task.mayWrite}
          onClick={() => void commands.reopen(task)}
        />
      ) : (
        <button
          type="button"
          className={styles.box}
          aria-label={box}
          disabled={!task.mayWrite}
          onClick={() => void commands.complete(task)}
        >
          <Check size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
      <div className={styles.what}>
        <button type="button" className={styles.title} onClick={onOpen}>
          {task.priority === 'high' && <span className={styles.high}>{t('priority.high')}</span>}
          {task.textsHidden ? title : <PrivateText text={title} />}
        </button>
        <Details task={task} onCustomer={onCustomer} />
      </div>
      <span className={styles.who}>{task.assigneeId === me ? '' : task.assigneeName}</span>
      <span className={styles.due}>
        {closed ? (
          <span className={styles.faint}>
            {t(task.status === 'done' ? 'row.doneAt' : 'row.cancelledAt', {
              when: task.doneAt === null ? '' : format.day(task.doneAt),
            })}
          </span>
        ) : (
          <DueLabel task={task} />
        )}
      </span>
    </div>
  )
}

function Details({
  task,
  onCustomer,
}: {
  task: TaskItem
  onCustomer: ((id: number) => void) | null
}) {
  const { t } = useTranslation('tasks')
  const words = useRecurrenceWords()
  const { customerId, customerName, customerHidden, contactName, checklist, recurrence } = task
  const ticked = checklist.filter(({ done }) => done).length
  const parts = [
    task.status === 'waiting' && <span key="waiting">{t('status.waiting')}</span>,
    customerHidden && <span key="hidden">{t('row.otherCustomer')}</span>,
    onCustomer && customerId !== null && customerName !== null && (
      <Button
        key="customer"
        type="link"
        size="small"
        className={styles.customer}
        onClick={() => onCustomer(customerId)}
      >
        <PrivateText text={customerName} />
      </Button>
    ),
    contactName !== null && <PrivateText key="contact" text={contactName} />,
    checklist.length > 0 && (
      <span key="list" className={styles.part}>
        <ListChecks size={13} strokeWidth={1.6} aria-label={t('field.checklist')} />
        {ticked}/{checklist.length}
      </span>
    ),
    checklist.length === 0 && task.progress > 0 && task.progress < 100 && (
      <span key="progress">{task.progress}%</span>
    ),
    recurrence && task.seriesStart !== null && (
      <span key="repeat" className={styles.part}>
        <Repeat2 size={13} strokeWidth={1.6} aria-hidden />
        {words(recurrence, task.seriesStart)}
      </span>
    ),
  ].filter(Boolean)
  return parts.length === 0 ? null : <div className={styles.details}>{parts}</div>
}
