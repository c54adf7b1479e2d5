import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { scopeOf } from '@shared/core/permissions'
import { firstInstant, lastInstant } from '@shared/core/schemas'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import { midnightOf, todayBounds, type TodayBounds } from '@shared/features/today/today.rules'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { ItemCursor, TodayCounts, Whose } from '@shared/features/today/today.schema'
import { addDays } from '@shared/core/days/day-arithmetic'
import { viewerOf } from '../access'
import type { ReadContext } from '../context'
import { statement } from '../statements'
import { describeItems } from '../today-items'
import {
  countedSteps,
  doneSteps,
  doneTasks,
  listedSteps,
  openTasks,
  stepReach,
  taskReach,
} from '../today-sources'

/** Columns that a page is ordered by; the references of its items. */
type Line = ItemCursor

const stepLine = `SELECT 'step' AS kind, f.id AS id, f.next_follow_at AS at FROM`
/** What has no day stands behind every day. */
const dueAt = `ifnull(t.due_at, ${lastInstant})`
const taskLine = `SELECT 'task' AS kind, t.id AS id, ${dueAt} AS at FROM`
const order = 'ORDER BY at, kind, id LIMIT @limit'

/** The SQL of one page of a group, or null where the person sees nothing of it; exported for the test of its plan. */
export function listSql(viewer: Viewer, whose: Whose, group: TodayGroup): string | null {
  const isWaiting = group === 'waiting'
  const steps = isWaiting ? null : stepReach(viewer, whose)
  const tasks = taskReach(viewer, whose)
  const status = isWaiting ? 'waiting' : 'open'
  const branches = [
    steps && `${stepLine} ${listedSteps(steps)} AND ${behind('f.next_follow_at', 'step', 'f')}`,
    tasks &&
      `${taskLine} ${openTasks(viewer, tasks, status)} ${isWaiting ? '' : 'AND t.due_at >= @from AND t.due_at < @to'}
       AND ${behind(dueAt, 'task', 't')}`,
  ].filter((branch) => branch !== null)
  if (branches.length === 0) return null
  const pages = branches.map((branch) => `SELECT * FROM (${branch} ${order})`)
  return `SELECT * FROM (${pages.join(' UNION ALL ')}) ${order}`
}

/** Behind the cursor: later, or at the same moment of a later kind, or of the same kind with a greater id. */
function behind(at: string, kind: Line['kind'], alias: string): string {
  return `(${at} > @at OR (${at} = @at AND ('${kind}' > @kind OR ('${kind}' = @kind AND ${alias}.id > @id))))`
}

/** Where a group begins and ends, in epoch ms. */
function spanOf(group: TodayGroup, bounds: TodayBounds): { from: number; to: number } {
  const { today, tomorrow, nextWeek } = bounds
  if (group === 'overdue') return { from: firstInstant, to: today }
  if (group === 'today') return { from: today, to: tomorrow }
  return group === 'week'
    ? { from: tomorrow, to: nextWeek }
    : { from: firstInstant, to: lastInstant }
}

/** Values of the statements that read the items of somebody. */
function valuesOf({ userId }: Viewer, whose: Whose) {
  return { me: userId, person: typeof whose === 'number' ? whose : userId }
}

/**
 * One page of a group of the board: open next steps and tasks that the person may see, earliest first, by keyset (R070, R074, R083).
 * Tasks that wait for somebody stand in their own group, those without a day last.
 */
export function listTodayItems(
  context: ReadContext,
  { group, whose, after, limit }: RouteParsedInput<'today.list'>,
): RouteOutput<'today.list'> {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const sql = listSql(viewer, whose, group)
  if (sql === null) return { items: [], next: null }
  const { from, to } = spanOf(group, todayBounds(clock()))
  const start = after ?? { at: firstInstant - 1, kind: '', id: 0 }
  const lines = statement<Line>(read, sql).all({
    ...valuesOf(viewer, whose),
    // The pages behind the first begin where the last one ended.
    ...{ from: Math.max(from, after?.at ?? from), to, limit: limit + 1, ...start },
  })
  const page = lines.slice(0, limit)
  const last = page.at(-1)
  return {
    items: describeItems(context, page),
    next: lines.length > limit && last ? last : null,
  }
}

type Span = { total: number; oldest: number | null; days: number[] }

const dayNames = Array.from({ length: 7 }, (_, index) => `day${index}`)
const perDay = (column: string) =>
  dayNames.map(
    (name, index) =>
      `count(*) FILTER (WHERE ${column} >= @at${index} AND ${column} < @at${index + 1}) AS ${name}`,
  )

/** What of a source lies in the days of the week and before them, in one pass. */
function spanSql(column: string, source: string): string {
  return `SELECT count(*) FILTER (WHERE ${column} < @today) AS total, min(${column}) AS oldest, ${perDay(column).join(', ')} FROM ${source}`
}

/** The statements that count; exported for the test of their plans. */
export function countSql(viewer: Viewer, whose: Whose) {
  const [steps, tasks] = [stepReach(viewer, whose), taskReach(viewer, whose)]
  const due = 'AND t.due_at >= @from AND t.due_at < @to'
  return {
    open: [
      steps && spanSql('f.next_follow_at', countedSteps(steps)),
      tasks && spanSql('t.due_at', `${openTasks(viewer, tasks, 'open')} ${due}`),
    ].filter((sql) => sql !== null),
    done: [
      steps && spanSql('f.next_done_at', doneSteps(steps)),
      tasks && spanSql('t.done_at', doneTasks(viewer, tasks)),
    ].filter((sql) => sql !== null),
    waiting: tasks && `SELECT count(*) AS total FROM ${openTasks(viewer, tasks, 'waiting')}`,
  }
}

/** The figures of the board: what is open by when it is due, what was done, and both by the days of this week. */
export function countToday(
  context: ReadContext,
  { whose }: RouteParsedInput<'today.counts'>,
): TodayCounts {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const bounds = todayBounds(clock())
  const { dates, today, tomorrow, nextWeek } = bounds
  const edges = [...dates, addDays(dates[6] ?? '', 1)].map(midnightOf)
  const values = {
    ...valuesOf(viewer, whose),
    ...{ today, to: nextWeek },
    ...Object.fromEntries(edges.map((edge, index) => [`at${index}`, edge])),
  }
  const { open, done, waiting } = countSql(viewer, whose)
  const spanOfSql = (from: number) => (sql: string) =>
    toSpan(statement<Counted>(read, sql).get({ ...values, from }))
  const due = sumOf(open.map(spanOfSql(firstInstant)))
  const closed = sumOf(done.map(spanOfSql(bounds.week)))
  const isDay = (at: number) => edges.indexOf(at)
  const fromTo = (from: number, to: number) =>
    due.days.slice(isDay(from), isDay(to)).reduce((sum, count) => sum + count, 0)
  return {
    overdue: due.total,
    oldestAt: due.total > 0 ? due.oldest : null,
    today: fromTo(today, tomorrow),
    doneToday: closed.days[isDay(today)] ?? 0,
    week: fromTo(tomorrow, nextWeek),
    waiting:
      waiting === null ? 0 : (statement<{ total: number }>(read, waiting).get(values)?.total ?? 0),
    days: dates.map((date, index) => ({
      date,
      open: due.days[index] ?? 0,
      done: closed.days[index] ?? 0,
    })),
  }
}

type Counted = { total: number; oldest: number | null } & Record<string, number | null>

function toSpan(row: Counted | undefined): Span {
  return {
    total: row?.total ?? 0,
    oldest: row?.oldest ?? null,
    days: dayNames.map((name) => row?.[name] ?? 0),
  }
}

function sumOf(spans: Span[]): Span {
  const oldest = spans.flatMap((span) => span.oldest ?? [])
  return {
    total: spans.reduce((sum, { total }) => sum + total, 0),
    oldest: oldest.length > 0 ? Math.min(...oldest) : null,
    days: dayNames.map((_, index) => spans.reduce((sum, { days }) => sum + (days[index] ?? 0), 0)),
  }
}

/** More is nobody's day; the list says how many there are by the figure. */
const mostDone = 200

/** What was done today, latest first. */
export function listDoneToday(
  context: ReadContext,
  { whose }: RouteParsedInput<'today.listDone'>,
): RouteOutput<'today.listDone'> {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const [steps, tasks] = [stepReach(viewer, whose), taskReach(viewer, whose)]
  const { today, tomorrow } = todayBounds(clock())
  const branches = [
    steps && `SELECT 'step' AS kind, f.id AS id, f.next_done_at AS at FROM ${doneSteps(steps)}`,
    tasks && `SELECT 'task' AS kind, t.id AS id, t.done_at AS at FROM ${doneTasks(viewer, tasks)}`,
  ].filter((branch) => branch !== null)
  if (branches.length === 0) return { items: [] }
  const lines = statement<Line>(
    read,
    `${branches.join(' UNION ALL ')} ORDER BY at DESC, kind, id DESC LIMIT ${mostDone}`,
  ).all({ ...valuesOf(viewer, whose), from: today, to: tomorrow })
  return { items: describeItems(context, lines) }
}

/** Whose board the person may look at: those of today who may be given customers or tasks, when more than one's own can be seen. */
export function listTodayPeople(context: ReadContext): RouteOutput<'today.listPeople'> {
  const { read, session } = context
  const seesOthers =
    scopeOf(session.role, 'follow-ups.read') === 'all' ||
    scopeOf(session.role, 'tasks.read') === 'all'
  if (!seesOthers) return { people: [] }
  const people = statement<{ id: number; name: string }>(
    read,
    `SELECT id, name FROM user WHERE status IN ('active', 'pending') ORDER BY name, id`,
  ).all()
  return { people }
}
