import { useState } from 'react'
import { useNavigate } from 'react-router'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { CalendarView } from '@renderer/features/calendar/calendar-view'
import { TaskDrawer } from '@renderer/features/tasks/task-drawer'
import { useTaskCommands } from '@renderer/features/tasks/use-task-commands'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'

type Shown = { id: number } | { dueAt: number; allDay: boolean }

/** 日历 with the ways from it to a customer and to a task, and a new task on any day. */
export function CalendarPage() {
  const navigate = useNavigate()
  const canWrite = useRights().allowed('tasks.write')
  const commands = useTaskCommands()
  const [shown, setShown] = useState<Shown | null>(null)
  const id = shown && 'id' in shown ? shown.id : null
  const { data: task } = useRouteQuery('tasks.get', { id: id ?? 0 }, { enabled: id !== null })
  const close = () => setShown(null)
  return (
    <>
      <CalendarView
        openCustomer={(customerId) => void navigate(`/customers/${customerId}`)}
        openTask={(taskId) => setShown({ id: taskId })}
        create={
          canWrite
            ? (date, minutes) =>
                setShown({ dueAt: instantOf(date, minutes ?? 0), allDay: minutes === null })
            : undefined
        }
      />
      {shown && !('id' in shown) && (
        <TaskDrawer task={null} start={shown} commands={commands} onClose={close} />
      )}
      {id !== null && task && (
        <TaskDrawer key={id} task={task} commands={commands} onClose={close} />
      )}
    </>
  )
}
