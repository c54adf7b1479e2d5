import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { type DueGroup, dueGroupOf, dueGroups } from '@shared/features/tasks/tasks.rules'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './task-list.module.css'
import { TaskRow } from './task-row'
import type { TaskCommands } from './use-task-commands'

/** Tasks under 逾期, 今天, 本周, 以后 and 没有日期; closed ones without groups. J and K move, M marks done, Enter opens. */
export function TaskList({
  tasks,
  grouped,
  me,
  commands,
  more,
  onOpen,
  onCustomer = null,
}: {
  tasks: readonly TaskItem[]
  grouped: boolean
  me: number | null
  commands: TaskCommands
  /** Reads the next page; null when all is here. */
  more: (() => void) | null
  onOpen: (task: TaskItem) => void
  onCustomer?: ((id: number) => void) | null
}) {
  const { t } = useTranslation('tasks')
  const [cursor, setCursor] = useState<number | null>(null)
  const at = tasks.findIndex(({ id }) => id === cursor)
  const current = tasks[at]
  const move = (by: number) =>
    setCursor(tasks[Math.max(0, Math.min(tasks.length - 1, at + by))]?.id ?? null)
  useShortcut(['j', 'arrowdown'], () => move(1), { enabled: tasks.length > 0 })
  useShortcut(['k', 'arrowup'], () => move(-1), { enabled: tasks.length > 0 })
  useShortcut(['enter', 'e'], () => current && onOpen(current), { enabled: current !== undefined })
  useShortcut(
    'm',
    () => {
      if (!current?.mayWrite) return
      setCursor((tasks[at + 1] ?? tasks[at - 1])?.id ?? null)
      void (current.doneAt === null ? commands.complete(current) : commands.reopen(current))
    },
    { enabled: current !== undefined },
  )

  const now = systemClock()
  const groups: { key: DueGroup | 'closed'; tasks: TaskItem[] }[] = grouped
    ? dueGroups.map((key) => ({ key, tasks: tasks.filter((one) => dueGroupOf(one, now) === key) }))
    : [{ key: 'closed', tasks: [...tasks] }]
  return (
    <>
      {groups
        .filter((group) => group.tasks.length > 0)
        .map(({ key, tasks: rows }) => (
          <section key={key} aria-label={t(`group.${key}`)}>
            {grouped && (
              <h2 className={key === 'overdue' ? `${styles.head} ${styles.overdue}` : styles.head}>
                {t(`group.${key}`)} <span className={styles.count}>{rows.length}</span>
              </h2>
            )}
            <ul className={styles.list}>
              {rows.map((task) => (
                <li
                  key={task.id}
                  aria-current={task.id === cursor}
                  onFocus={() => setCursor(task.id)}
                >
                  <TaskRow
                    {...{ task, me, commands, onCustomer }}
                    current={task.id === cursor}
                    onOpen={() => onOpen(task)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {more && (
        <div className={styles.more}>
          <Button size="small" onClick={more}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
