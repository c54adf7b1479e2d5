import { listFallenDue } from '@db/repositories/reminders'
import { shownPerDay } from '@shared/features/calendar/calendar.schema'
import { contract, type RouteInput, type RouteNameAt, type RouteOutput } from '@shared/contract'
import type { DataSession } from '../../electron/ipc/context'
import { makeBigBook } from '../factories/big-book'
import { cloner } from '../factories/clone-rows'
import type { TestBook } from '../factories/test-book'
import { median, printFigure } from './report'

/** Of each figure the one in the middle of so many. */
const runs = 20
const day = 86_400_000
const groups = ['overdue', 'today', 'week', 'waiting'] as const

/** Prints the time on the clock, and the processor's: on a busy machine the first says more about the others on it. */
function measure(what: string, target: number, work: () => void): void {
  work()
  const times = Array.from({ length: runs }, () => {
    const [start, used] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(used)
    return { clock: performance.now() - start, processor: (user + system) / 1000 }
  })
  printFigure(what, median(times.map(({ clock }) => clock)), 'ms', target)
  printFigure('  of the processor', median(times.map(({ processor }) => processor)), 'ms', target)
}

/** Adds follow-ups to those that are there, over the same four years. Their texts are of a few hundred, since new ones take longer than all else. */
function addFollowUps(book: TestBook, from: number, to: number): void {
  const { raw } = book.book
  const texts = raw.prepare<[], string>('SELECT content FROM follow_up LIMIT 500').pluck().all()
  const now = book.clock()
  book.command({ route: 'imports.commit', undoable: false }, () => {
    const add = cloner(book, 'follow_up', 2)
    for (let id = from; id <= to; id++) {
      const at = now - Math.floor((1 - id / to) * 1400 * day)
      add({
        ...{
          id,
          uid: `follow-up-${id}`,
          code: `FB${id}`,
          customer_id: 1 + ((id * 7919) % customers),
        },
        ...{ occurred_at: at, created_at: at, updated_at: at, content: texts[id % texts.length] },
      })
    }
  })
}

/** Gives customers to ten salespeople and the owner, and every second one a next step: one in ten of these is overdue. */
function plan(book: TestBook, customers: number): DataSession {
  const { raw } = book.book
  const people = Array.from({ length: 10 }, (_, index) => book.signIn(`示例销售${index}`, 'sales'))
  const [sales] = people
  if (!sales) throw new Error('nobody to ask')
  const now = book.clock()
  const taskId = book.run('tasks.create', { title: '写方案', dueAt: now }).id
  book.command({ route: 'imports.commit', undoable: false }, () => {
    const first = people[0]?.userId ?? 0
    // Three in ten are the owner's own.
    raw.prepare('UPDATE customer SET owner_id = ? + id % 10 WHERE id % 10 < 7').run(first)
    raw.exec(`CREATE TEMP TABLE latest AS
      SELECT customer_id, max(id) AS id, (customer_id * 7919) % 1000 AS share FROM follow_up GROUP BY customer_id`)
    raw
      .prepare(
        `UPDATE follow_up SET next_note = '回访', next_follow_at = @now + (share - 100) * ${day / 20}
         FROM latest WHERE latest.id = follow_up.id AND latest.customer_id % 2 = 0`,
      )
      .run({ now })
    // Of the others one in ten was planned and done.
    raw
      .prepare(
        `UPDATE follow_up SET next_follow_at = occurred_at, next_done_at = occurred_at
         WHERE id % 10 = 0 AND next_follow_at IS NULL`,
      )
      .run()
    raw.exec(`UPDATE customer SET next_follow_at = (SELECT min(next_follow_at) FROM follow_up
      WHERE customer_id = customer.id AND next_follow_at IS NOT NULL AND next_done_at IS NULL)`)
    // One customer with a long history.
    raw.exec('UPDATE follow_up SET customer_id = 1 WHERE id % 100 = 3')
    const addTask = cloner(book, 'task', taskId)
    for (let id = taskId + 1; id <= customers / 5; id++)
      addTask({
        ...{ id, uid: `task-${id}`, code: `KB${id}`, assignee_id: first + (id % 10) },
        ...{ due_at: now + ((id % 200) - 40) * day, status: id % 5 === 0 ? 'open' : 'done' },
        done_at: id % 5 === 0 ? null : now - (id % 900) * day,
      })
  })
  raw.pragma('wal_checkpoint(TRUNCATE)')
  return sales
}

const customers = Number(process.argv[2] ?? 100_000)
const book = makeBigBook({ customers, followUps: 1000 })
addFollowUps(book, 1001, customers * 10)

/** Asks as the data process does, which trusts its own answers. */
function ask<R extends RouteNameAt<'data'>>(
  name: R,
  input: RouteInput<R>,
  session: DataSession = book.owner,
): RouteOutput<R> {
  const route = contract[name]
  return book.perform(name, route, route.input.parse(input), session) as RouteOutput<R>
}

try {
  const sales = plan(book, customers)
  const board = (whose: 'mine' | 'all', session?: DataSession) => () => {
    ask('today.counts', { whose }, session)
    for (const group of groups) ask('today.list', { group, whose }, session)
  }
  const shown = (whose: 'mine' | 'all', session?: DataSession) => {
    const { overdue, today, week, waiting } = ask('today.counts', { whose }, session)
    return `${overdue} + ${today} + ${week} + ${waiting}`
  }
  measure(`board of a salesperson (${shown('mine', sales)})`, 50, board('mine', sales))
  measure(`board of the owner’s own (${shown('mine')})`, 50, board('mine'))
  measure(`board of everybody (${shown('all')})`, 50, board('all'))
  measure('  its counts alone', 50, () => ask('today.counts', { whose: 'all' }))
  measure('what was done today', 50, () => ask('today.listDone', { whose: 'all' }))
  measure('what has fallen due in a minute', 10, () => {
    const context = { read: book.book.read, session: sales, clock: book.clock }
    listFallenDue(context, book.clock() - 60_000, book.clock())
  })
  // As the window asks: few things of each day of a month, all that a day of a week can show.
  measure('month of the calendar', 50, () => {
    ask('calendar.list', { from: '2024-04-29', to: '2024-06-09', perDay: shownPerDay.month })
  })
  measure('week of the calendar', 50, () => {
    ask('calendar.list', { from: '2024-05-13', to: '2024-05-19', perDay: shownPerDay.week })
  })
  measure('timeline of a customer with ten thousand entries', 20, () =>
    ask('customers.listTimeline', { customerId: 1 }),
  )
  measure('timeline of another customer', 20, () =>
    ask('customers.listTimeline', { customerId: 5000 % customers }),
  )
} finally {
  book.dispose()
}
