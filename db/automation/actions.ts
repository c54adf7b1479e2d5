import { dayAfter, plannedWords } from '@shared/features/automation/automation.rules'
import type { AutomationAction, Whom } from '@shared/features/automation/automation.schema'
import { mayOwn } from '@shared/features/ownership/ownership.rules'
import type { Role } from '@shared/core/permissions'
import { takeCodes } from '../code-sequence'
import type { WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { changeCustomers } from '../customer-rows'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { insertPlannedEntry } from '../planned-entry'
import { notice } from '../schema/notice'
import { statement } from '../statements'
import { insertTasks } from '../insert-tasks'
import type { StoredRule } from './rules'

type Hit = { id: number; ownerId: number; isPooled: number }

/**
 * Does what a rule says at these customers, with the program's authority (R073): the rights were asked when the rule was made.
 * Somebody who has left since is stood in for by whoever made the rule.
 */
export function performActions(
  context: WriteContext,
  rule: Pick<StoredRule, 'name' | 'actions' | 'creatorId'>,
  customerIds: readonly number[],
): void {
  const { write } = context
  const people = activePeople(write)
  for (const action of rule.actions) {
    // Read anew: an action before may have given them to somebody else.
    const hits = readHits(write, customerIds)
    const receiverOf = (whom: Whom, { ownerId, isPooled }: Hit): number => {
      const wanted = whom !== 'owner' ? whom : isPooled === 1 ? rule.creatorId : ownerId
      return people.has(wanted) ? wanted : rule.creatorId
    }
    perform(context, { action, rule, hits, people, receiverOf })
  }
}

type Performing = {
  action: AutomationAction
  rule: Pick<StoredRule, 'name' | 'creatorId'>
  hits: readonly Hit[]
  people: ReadonlyMap<number, Role>
  receiverOf: (whom: Whom, hit: Hit) => number
}

function perform(context: WriteContext, { action, rule, hits, people, receiverOf }: Performing) {
  const { write, clock, newUid } = context
  const now = clock()
  const ids = hits.map(({ id }) => id)
  switch (action.do) {
    case 'task':
      return insertTasks(
        context,
        { title: action.title, dueAt: dayAfter(now, action.inDays), creatorId: rule.creatorId },
        hits.map((hit) => ({ customerId: hit.id, assigneeId: receiverOf(action.assignee, hit) })),
      )
    case 'add-tag':
      statement(
        write,
        `INSERT INTO customer_tag (customer_id, tag_id, created_at, source)
         SELECT wanted.value, tag.id, @now, 'automation' FROM json_each(@ids) AS wanted, tag
         WHERE tag.id = @tagId AND NOT EXISTS (
           SELECT 1 FROM customer_tag WHERE customer_id = wanted.value AND tag_id = @tagId)`,
      ).run({ ids: JSON.stringify(ids), tagId: action.tagId, now })
      return
    case 'remove-tag':
      statement(
        write,
        `DELETE FROM customer_tag WHERE tag_id = @tagId AND customer_id IN (SELECT value FROM json_each(@ids))`,
      ).run({ ids: JSON.stringify(ids), tagId: action.tagId })
      return
    case 'owner': {
      const role = people.get(action.userId)
      if (role === undefined || !mayOwn(role)) return
      changeCustomers(context, ids, {
        set: 'owner_id = @ownerId, owned_since = @now, pooled_at = NULL',
        where: 'owner_id <> @ownerId OR pooled_at IS NOT NULL',
        values: { ownerId: action.userId },
      })
      return
    }
    case 'next-date':
      return planNext(context, ids, { ...action, content: plannedWords(rule.name) })
    case 'notice':
      for (const hit of hits)
        insertRow(write, notice, {
          ...{ uid: newUid(), customerId: hit.id, userId: receiverOf(action.to, hit), at: now },
          ...{ readAt: null, text: action.text },
        })
  }
}

function planNext(
  context: WriteContext,
  ids: readonly number[],
  { inDays, note, content }: { inDays: number; note: string; content: string },
): void {
  if (ids.length === 0) return
  const { write, clock } = context
  const now = clock()
  const code = takeCodes(write, 'F', now, ids.length)
  ids.forEach((customerId, index) => {
    insertPlannedEntry(context, {
      ...{ customerId, code: code(index), type: 'other', content },
      ...{ nextFollowAt: dayAfter(now, inDays), nextAllDay: 1, nextType: null, nextNote: note },
    })
    refreshCustomerDates(write, customerId, now)
  })
}

function readHits(read: ReadHandle, ids: readonly number[]): Hit[] {
  return statement<Hit>(
    read,
    `SELECT id, owner_id AS ownerId, pooled_at IS NOT NULL AS isPooled FROM customer
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).all(JSON.stringify(ids))
}

function activePeople(read: ReadHandle): ReadonlyMap<number, Role> {
  const people = statement<{ id: number; role: Role }>(
    read,
    `SELECT id, role FROM user WHERE status IN ('active', 'pending')`,
  ).all()
  return new Map(people.map(({ id, role }) => [id, role]))
}
