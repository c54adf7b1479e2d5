import { Button, type InputRef } from 'antd'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { PageHeader } from '@renderer/components/page-header'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { CalendarMenu, CalendarProgress } from './calendar-menu'
import { QuickEntry } from './quick-entry'
import { TaskDrawer } from './task-drawer'
import { TaskFilters } from './task-filters'
import { TaskList } from './task-list'
import { useTaskStore } from './task-store'
import styles from './tasks-page.module.css'
import { useCalendarFiles } from './use-calendar-files'
import { useTaskCommands } from './use-task-commands'
import { useTasks } from './use-tasks'

/** 任务: what is to be done by whom and when (R074). */
export function TasksPage({ onCustomer }: { onCustomer: (id: number) => void }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const canWrite = useRights().allowed('tasks.write')
  const commands = useTaskCommands()
  const files = useCalendarFiles()
  const people = useRouteQuery('tasks.listPeople', {})
  const me = people.data?.me ?? null
  const { view, change } = useTaskStore()
  const { state, whose, text } = view
  const assigneeId = whose === 'mine' ? me : whose === 'all' ? null : whose
  const { tasks, error, refetch, hasNextPage, fetchNextPage } = useTasks({
    ...{ state, text, assigneeId },
  })
  const count = useRouteQuery('tasks.count', { assigneeId }, { keepPrevious: true })
  const [shown, setShown] = useState<TaskItem | 'new' | null>(null)
  const line = useRef<InputRef>(null)
  useShortcut('a', () => line.current?.focus(), { enabled: canWrite })

  const isFiltered = text !== '' || whose !== 'mine'
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        extra={count.data && format.count(count.data.open)}
        actions={
          canWrite && (
            <>
              <CalendarMenu files={files} />
              <Button type="primary" onClick={() => setShown('new')}>
                <Plus size={16} strokeWidth={1.6} aria-hidden />
                {t('new')}
              </Button>
            </>
          )
        }
      />
      <CalendarProgress files={files} />
      {canWrite && <QuickEntry ref={line} commands={commands} />}
      {people.data && <TaskFilters people={people.data} />}
      <div className={styles.body} data-region tabIndex={-1}>
        {error && !tasks && <ErrorState error={error} onRetry={() => void refetch()} />}
        {tasks?.length === 0 && (
          <EmptyState
            text={t(isFiltered ? 'empty.filtered' : `empty.${state}`)}
            actions={
              isFiltered && (
                <Button onClick={() => change({ text: '', whose: 'mine' })}>
                  {t('empty.clear')}
                </Button>
              )
            }
          />
        )}
        {tasks && tasks.length > 0 && (
          <TaskList
            {...{ tasks, me, commands, onCustomer }}
            grouped={state !== 'closed'}
            more={hasNextPage ? () => void fetchNextPage() : null}
            onOpen={setShown}
          />
        )}
      </div>
      {shown && (
        <TaskDrawer
          task={shown === 'new' ? null : shown}
          commands={commands}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  )
}
