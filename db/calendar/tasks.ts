import { fieldLevelOf, type Relation, scopeOf } from '@shared/core/permissions'
import { toIsoDate } from '@shared/core/dates'
import {
  comesAgainOn,
  dayIndexOf,
  inDayOrder,
  timeOfDay,
} from '@shared/features/calendar/calendar.rules'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import type { TaskPriority, TaskStatus } from '@shared/features/tasks/tasks.enums'
import { findCustomerRelation } from '../customer-relation'
import { holidayCalendarOf } from '../holiday-calendar'
import { statement } from '../statements'
import { tasksInReach } from '../task-access'
import { type Asked, type DayPart, plainItem, spanOf } from './asked'

/** A task on one of the days; a ghost is one that will come again then. */
type Placed = { day: number; row: Row; ghost: boolean }

type Row = {
  id: number
  title: string
  status: TaskStatus
  priority: TaskPriority
  at: number
  allDay: number
  durationMinutes: number | null
  customerId: number | null
  customerName: string | null
  personName: string
  recurrence: string | null
  seriesStart: string | null
}

const columns = `t.id, t.title, t.status, t.priority, t.due_at AS at, t.all_day AS allDay, t.duration_minutes AS durationMinutes,
  t.customer_id AS customerId, c.name AS customerName, u.name AS personName, t.recurrence, t.series_start AS seriesStart`
const joined = 'JOIN user u ON u.id = t.assignee_id LEFT JOIN customer c ON c.id = t.customer_id'
/** What was called off is no more to be done, nor what is for a customer in the recycle bin. */
const standing = `t.status <> 'cancelled' AND c.deleted_at IS NULL`
/** More rules than any calendar shows. */
const mostRepeating = 500

/** Tasks that are due on these days and that the person may read, with the days on which open ones come again. */
export function tasksByDay(asked: Asked): DayPart[] {
  if (scopeOf(asked.viewer.role, 'tasks.read') === 'none') return []
  const days = asked.dates.map((): Placed[] => [])
  for (const placed of [...listDue(asked), ...listComing(asked)]) days[placed.day]?.push(placed)
  const toItem = itemMaker(asked)
  return days.map((placed) => ({
    items: placed.map(toItem).sort(inDayOrder).slice(0, asked.perDay),
    total: placed.length,
  }))
}

function rowsOf({ viewer, mine }: Asked): string {
  return mine ? 't.assignee_id = @me' : tasksInReach(viewer.role, 'tasks.read')
}

function listDue(asked: Asked): Placed[] {
  const rows = statement<Row>(
    asked.context.read,
    `SELECT ${columns} FROM task t INDEXED BY task_by_due ${joined}
     WHERE t.due_at >= @from AND t.due_at < @to AND ${standing} AND ${rowsOf(asked)}`,
  ).all({ ...spanOf(asked), me: asked.viewer.userId })
  return rows.map((row) => ({ day: dayIndexOf(asked.midnights, row.at), row, ghost: false }))
}

function listComing(asked: Asked): Placed[] {
  const { dates, viewer, context } = asked
  const [from = '', to = ''] = [dates[0], dates.at(-1)]
  const repeating = statement<Row & { recurrence: string }>(
    context.read,
    `SELECT ${columns} FROM task t INDEXED BY task_by_open ${joined}
     WHERE t.done_at IS NULL AND t.due_at < @to AND t.recurrence IS NOT NULL AND ${standing} AND ${rowsOf(asked)}
     LIMIT ${mostRepeating}`,
  ).all({ to: spanOf(asked).to, me: viewer.userId })
  if (repeating.length === 0) return []
  const calendar = holidayCalendarOf(context.read)
  const indexOf = new Map(dates.map((date, index) => [date, index]))
  return repeating.flatMap((row) => {
    const repeats = { ...row, dueOn: toIsoDate(row.at) }
    return comesAgainOn(repeats, { from, to }, calendar).map((date) => ({
      ...{ day: indexOf.get(date) ?? -1, row, ghost: true },
    }))
  })
}

function itemMaker({ context, viewer }: Asked): (placed: Placed) => CalendarItem {
  const relations = new Map<number, Relation | null>()
  const relationTo = (customerId: number) => {
    if (!relations.has(customerId))
      relations.set(customerId, findCustomerRelation(context.read, context, customerId))
    return relations.get(customerId) ?? null
  }
  return ({ row, ghost }) => {
    const { at, allDay, status, title, customerName, recurrence, seriesStart: _, ...rest } = row
    const relation = row.customerId === null ? null : relationTo(row.customerId)
    const isForNobody = row.customerId === null
    const seesTitle =
      isForNobody || (relation !== null && fieldLevelOf(viewer.role, 'notes', relation) === 'full')
    const isDone = status === 'done'
    return {
      ...plainItem,
      ...rest,
      kind: 'task',
      minutes: timeOfDay(at, allDay === 1),
      title: seesTitle ? title : null,
      customerId: relation === null ? null : row.customerId,
      customerName: relation === null ? null : customerName,
      done: isDone,
      repeats: recurrence !== null,
      ghost,
      movable:
        !ghost &&
        !isDone &&
        scopeOf(viewer.role, 'tasks.write') !== 'none' &&
        (isForNobody || relation !== null),
    }
  }
}
