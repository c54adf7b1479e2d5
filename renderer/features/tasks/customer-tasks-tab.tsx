import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { QuickEntry } from './quick-entry'
import { TaskDrawer } from './task-drawer'
import { TaskList } from './task-list'
import { useTaskCommands } from './use-task-commands'
import { useTasks } from './use-tasks'

/** The tasks of one customer: open ones, and on demand what was done. */
export function CustomerTasksTab({
  customerId,
  locked,
}: {
  customerId: number
  /** In the recycle bin: to be looked at only. */
  locked: boolean
}) {
  const { t } = useTranslation('tasks')
  const canWrite = useRights().allowed('tasks.write') && !locked
  const commands = useTaskCommands()
  const me = useRouteQuery('tasks.listPeople', {}).data?.me ?? null
  const [state, setState] = useState<'open' | 'closed'>('open')
  const { tasks, error, refetch, hasNextPage, fetchNextPage } = useTasks({ customerId, state })
  const [shown, setShown] = useState<TaskItem | 'new' | null>(null)
  if (error && !tasks) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <section aria-label={t('title')}>
      {canWrite && <QuickEntry {...{ customerId, commands }} />}
      {tasks?.length === 0 && (
        <EmptyState text={t(state === 'open' ? 'empty.ofCustomer' : 'empty.closed')} />
      )}
      {tasks && tasks.length > 0 && (
        <TaskList
          {...{ tasks, me, commands }}
          grouped={state === 'open'}
          more={hasNextPage ? () => void fetchNextPage() : null}
          onOpen={setShown}
        />
      )}
      <Button
        type="link"
        style={{ margin: '8px 16px' }}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
      >
        {t(state === 'open' ? 'tab.showClosed' : 'tab.showOpen')}
      </Button>
      {shown && (
        <TaskDrawer
          task={shown === 'new' ? null : shown}
          {...{ customerId, commands }}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  )
}
