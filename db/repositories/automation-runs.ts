import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { mayReverse } from '../command-rights'
import type { ReadContext } from '../context'
import { statement } from '../statements'

const most = 100
/** So many customers back, that a rule which ran for thousands does not make the list slow. */
const window = 20_000
const firstShown = 3

type Row = {
  commandId: number
  ruleId: number
  ruleName: string
  at: number
  customers: number
  route: string
  userId: number
  userName: string
  isOpen: number
}

/** The commands under which rules ran, newest first (R073). One that was taken back has no run any more. */
export function listRuns(
  { read, session }: ReadContext,
  { ruleId }: RouteParsedInput<'automation.listRuns'>,
): RouteOutput<'automation.listRuns'> {
  const rows = statement<Row>(
    read,
    `SELECT recent.*, rule.name AS ruleName, command.route, command.user_id AS userId, user.name AS userName,
       command.kind = 'do' AND command.undoable = 1 AND command.reversed_by IS NULL AS isOpen
     FROM (SELECT command_id AS commandId, rule_id AS ruleId, max(at) AS at, count(*) AS customers
       FROM (SELECT * FROM automation_run ${ruleId === null ? '' : 'WHERE rule_id = @ruleId'} ORDER BY at DESC, id DESC LIMIT ${window})
       GROUP BY command_id, rule_id ORDER BY max(id) DESC LIMIT ${most}) AS recent
     JOIN automation_rule AS rule ON rule.id = recent.ruleId
     JOIN command ON command.id = recent.commandId JOIN user ON user.id = command.user_id`,
  ).all(ruleId === null ? {} : { ruleId })
  const first = statement<{ id: number; name: string }>(
    read,
    `SELECT customer.id, customer.name FROM automation_run AS run JOIN customer ON customer.id = run.customer_id
     WHERE run.rule_id = ? AND run.command_id = ? ORDER BY run.id LIMIT ${firstShown}`,
  )
  return {
    runs: rows.map(({ userId, isOpen, ...row }) => ({
      ...row,
      first: first.all(row.ruleId, row.commandId),
      canUndo: isOpen === 1 && mayReverse(session, { userId }),
    })),
  }
}
