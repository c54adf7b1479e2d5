import { stoppedWords } from '@shared/features/automation/automation.rules'
import { automationLimits } from '@shared/features/automation/automation.schema'
import { startOfDay } from '@shared/core/dates'
import type { WriteContext } from '../context'
import type { ReadHandle, WriteHandle } from '../handles'
import { insertRow } from '../insert-row'
import { notice } from '../schema/notice'
import { statement } from '../statements'
import { performActions } from './actions'
import { hitsInCommand, type HitSql, silenceOccasion, silentHits, silentSince } from './hits'
import { readAutomationRules, type StoredRule } from './rules'

const isActive = ({ enabled, stoppedAt }: StoredRule) => enabled && stoppedAt === null

/**
 * Runs the rules that the changes of a command set off, and those that these set off in turn (R073). At one customer a rule runs
 * once in a command at most; one that comes back to where it ran already has set itself off, and is stopped.
 * @param settle what follows by itself from what the rules did, before the next are looked for
 */
export function runEventRules(context: WriteContext, settle: () => void): void {
  const { write, clock, commandId } = context
  const rules = readAutomationRules(write).filter(
    (rule) => isActive(rule) && rule.trigger.on !== 'silence',
  )
  const ran = new Map<number, Set<number>>(rules.map(({ id }) => [id, new Set<number>()]))
  let after = 0
  while (ran.size > 0) {
    const newest = newestChange(write, commandId)
    if (newest <= after) return
    const span = { commandId, after, newest }
    let hasRun = false
    for (const rule of rules) {
      const before = ran.get(rule.id)
      if (!before) continue
      const ids = hitsInCommand(write, rule, span, clock())
      const again = ids.find((id) => before.has(id))
      if (again !== undefined) {
        stop(context, rule, again)
        ran.delete(rule.id)
      } else if (ids.length > 0) {
        for (const id of ids) before.add(id)
        run(context, rule, ids)
        hasRun = true
      }
    }
    if (!hasRun) return
    after = newest
    settle()
  }
}

function run(context: WriteContext, rule: StoredRule, ids: readonly number[]): void {
  performActions(context, rule, ids)
  const { write, clock, commandId } = context
  statement(
    write,
    `INSERT INTO automation_run (rule_id, customer_id, occasion, command_id, at)
     SELECT @ruleId, value, @occasion, @commandId, @now FROM json_each(@ids)`,
  ).run({
    ...{ ruleId: rule.id, commandId, now: clock(), occasion: `command:${commandId}` },
    ids: JSON.stringify(ids),
  })
}

/** Lets it rest until somebody has looked at it, and tells whoever made it. */
function stop({ write, clock, newUid }: WriteContext, rule: StoredRule, customerId: number): void {
  const now = clock()
  statement(write, 'UPDATE automation_rule SET stopped_at = ? WHERE id = ?').run(now, rule.id)
  insertRow(write, notice, {
    ...{ uid: newUid(), customerId, userId: rule.creatorId, at: now, readAt: null },
    text: stoppedWords(rule.name),
  })
}

function newestChange(write: WriteHandle, commandId: number): number {
  const sql = 'SELECT coalesce(max(id), 0) AS newest FROM change WHERE command_id = ?'
  return statement<{ newest: number }>(write, sql).get(commandId)?.newest ?? 0
}

/** Whether any rule of silence has somebody to run for. */
export function hasSilentHits(read: ReadHandle, now: number): boolean {
  return silenceRules(read, now).some(
    ({ hit }) => statement(read, `SELECT 1 ${hit.from} LIMIT 1`).get(hit.values) !== undefined,
  )
}

/**
 * Runs the rules of silence, each for the customers who have been silent longest, so many a day (R073). For one silence a rule
 * runs once.
 * @returns at how many customers
 */
export function runSilenceRules(context: WriteContext): { customers: number } {
  const { write, clock, commandId } = context
  const now = clock()
  let customers = 0
  for (const { rule, hit, most } of silenceRules(write, now)) {
    const ids = statement<{ id: number }>(
      write,
      `SELECT id ${hit.from} ORDER BY ${silentSince}, id LIMIT @most`,
    )
      .all({ ...hit.values, most })
      .map(({ id }) => id)
    // Before the actions, which might move what the silence is counted from.
    statement(
      write,
      `INSERT INTO automation_run (rule_id, customer_id, occasion, command_id, at)
       SELECT @ruleId, id, ${silenceOccasion}, @commandId, @now FROM customer
       WHERE id IN (SELECT value FROM json_each(@ids))`,
    ).run({ ruleId: rule.id, commandId, now, ids: JSON.stringify(ids) })
    performActions(context, rule, ids)
    customers += ids.length
  }
  return { customers }
}

/** Those that may still run today, and for how many customers. */
function silenceRules(
  read: ReadHandle,
  now: number,
): { rule: StoredRule; hit: HitSql; most: number }[] {
  return readAutomationRules(read)
    .filter(isActive)
    .flatMap((rule) => {
      const hit = silentHits(read, rule, rule.id, now)
      const most = automationLimits.silentAtOnce - (hit ? ranToday(read, rule.id, now) : 0)
      return hit && most > 0 ? [{ rule, hit, most }] : []
    })
}

function ranToday(read: ReadHandle, ruleId: number, now: number): number {
  const found = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM automation_run WHERE at >= @today AND rule_id = @ruleId AND occasion LIKE 'silence:%'`,
  ).get({ ruleId, today: startOfDay(now) })
  return found?.total ?? 0
}
