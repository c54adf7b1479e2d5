import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { toCustomerColumns } from '@db/customer-columns'
import {
  customerFields,
  type CustomerFormValues,
} from '@shared/features/customers/customers.schema'
import { cloner, snakeCase } from './clone-rows'
import { createTestBook, type TestBook } from './test-book'

export type BookSize = { customers: number; followUps: number }

const day = 86_400_000
const words = [
  ...'天地人和山水云木石金玉花鸟鱼虫春夏秋冬风雨电话回访报价合同样品交货付款客户经理下周再约',
]

const textOf = (length: number) =>
  Array.from({ length }, () => words[randomInt(words.length)]).join('')

const isSealed = (name: string) => name === 'idCard' || name === 'bankAccount'

/** What the form of a customer holds when it is opened, so that saving it changes what the person changed and nothing else. */
export function readForm(
  { book }: TestBook,
  id: number,
): CustomerFormValues & { updatedAt: number } {
  const row = book.raw.prepare('SELECT * FROM customer WHERE id = ?').get(id)
  const stored = row as Record<string, unknown> & { updated_at: number }
  const names = Object.keys(customerFields.shape).filter((name) => !isSealed(name))
  const fields = Object.fromEntries(names.map((name) => [name, stored[snakeCase(name)]]))
  return { ...(fields as CustomerFormValues), updatedAt: stored.updated_at }
}

/**
 * An encrypted book of the production schema with invented customers and follow-ups over four years, with the journal that importing
 * them leaves. The rows are cloned from ones that real commands wrote.
 */
export function makeBigBook({ customers, followUps }: BookSize): TestBook {
  const book = createTestBook()
  const company = {
    ...{ kind: 'company' as const, name: '云岫示例科技有限公司', phone: '13800000001' },
    ...{ industry: '信息技术', address: '示例省云岫市望月路 12 号', source: '展会推广' },
  }
  const first = book.run('customers.create', company)
  const now = book.clock()
  const timeline = { customerId: first.id, type: 'phone' as const, occurredAt: now - day }
  const entry = book.run('follow-ups.create', { ...timeline, content: '回访' })
  const options = { route: 'imports.commit', undoable: false }
  book.command(options, () => {
    const addCustomer = cloner(book, 'customer', first.id)
    for (let id = 2; id <= customers; id++) {
      const name = `${textOf(4)}示例${textOf(2)}有限公司`
      const phone = String(13_800_000_000 + id)
      const form = { ...company, name, phone, notes: textOf(60) }
      const columns = toCustomerColumns(customerFields.parse(form), { code: `C${id}` })
      const createdAt = now - Math.floor((1 - id / customers) * 1400 * day)
      addCustomer({
        ...Object.fromEntries(
          Object.entries(columns).map(([key, value]) => [snakeCase(key), value]),
        ),
        ...{ id, uid: uuidv7(), code: `C${id}` },
        ...{ created_at: createdAt, updated_at: createdAt, stage_changed_at: createdAt },
        ...{ last_interaction_at: createdAt, next_follow_at: null },
      })
    }
  })
  book.command(options, () => {
    const addFollowUp = cloner(book, 'follow_up', entry.id)
    for (let id = 2; id <= followUps; id++) {
      const at = now - Math.floor((1 - id / followUps) * 1400 * day)
      addFollowUp({
        ...{ id, uid: uuidv7(), code: `F${id}`, customer_id: 1 + randomInt(customers) },
        ...{ occurred_at: at, created_at: at, updated_at: at, content: textOf(randomInt(50, 201)) },
      })
    }
  })
  book.book.raw.pragma('wal_checkpoint(TRUNCATE)')
  return book
}
