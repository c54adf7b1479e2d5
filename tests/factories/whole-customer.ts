import { insertRow } from '@db/insert-row'
import { attachment, attachmentBlob } from '@db/schema/attachment'
import { contact, contactPoint } from '@db/schema/contact'
import { customField, customValue } from '@db/schema/custom-field'
import { customerChildNames } from '@db/schema/customer-children'
import { duplicateCandidate, notDuplicate } from '@db/schema/duplicate'
import { stageChange } from '@db/schema/stage-change'
import { verification } from '@db/schema/verification'
import { customerForm } from './customers'
import { plantWork } from './planted-work'
import type { TestBook } from './test-book'

let contents = 0

/**
 * A customer with a row in every table that a customer can have rows in, each text of it holding `mark`, and with another
 * customer that is tied to it in every way.
 */
export function plantWholeCustomer(book: TestBook, mark: string): { id: number; otherId: number } {
  const { id } = book.run('customers.create', customerForm({ name: mark, notes: mark }))
  const { id: otherId } = book.run('customers.create', customerForm({ name: '邻居示例' }))
  const at = book.clock()
  book.run('follow-ups.create', { customerId: id, type: 'phone', occurredAt: at, content: mark })
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '标签' }] })
  const userId = book.owner.userId
  const times = { createdAt: at, updatedAt: at }
  book.command({ route: 'test.plant', undoable: true }, ({ write, newUid }) => {
    const base = () => ({ uid: newUid(), customerId: id })
    const contactId = insertRow(write, contact, {
      ...{ ...base(), name: mark, position: mark, department: mark, decisionRole: null },
      ...{ sort: 0, notes: mark, ...times },
    })
    insertRow(write, contactPoint, {
      ...{ ...base(), contactId, type: 'phone', raw: mark, normalized: mark, phoneKind: null },
      ...{ label: mark, shared: 0, sort: 0, ...times },
    })
    const fieldId = insertRow(write, customField, {
      ...{ uid: newUid(), name: '自定', type: 'text', kinds: 'both', groupName: null, sort: 0 },
      ...{ options: '[]' as unknown as [], requiredStages: '[]' as unknown as [] },
      ...{ archivedAt: null, ...times },
    })
    insertRow(write, customValue, {
      ...{ customerId: id, fieldId, value: mark, number: null, updatedAt: at },
    })
    const blobId = insertRow(write, attachmentBlob, {
      ...{ sha256: `sha-${(contents += 1)}`, bytes: 1, createdAt: at },
    })
    insertRow(write, attachment, {
      ...{ ...base(), followUpId: null, blobId, fileName: `${mark}.pdf`, note: mark },
      ...{ mediaType: 'application/pdf', category: 'contract', creatorId: userId, ...times },
    })
    insertRow(write, verification, {
      ...{
        customerId: id,
        field: 'phone',
        value: mark,
        method: 'call-back',
        note: mark,
        userId,
        at,
      },
    })
    insertRow(write, stageChange, {
      ...{ customerId: id, fromStage: 'prospect', toStage: 'intent', reason: mark, at, userId },
      createdAt: at,
    })
    plantWork({ write, newUid }, { customerId: id, contactId, userId, at, mark })
    const pair = { customerId: Math.min(id, otherId), otherId: Math.max(id, otherId) }
    insertRow(write, notDuplicate, { ...pair, userId, at })
    insertRow(write, duplicateCandidate, { ...pair, score: 80, reasons: '["name"]', foundAt: at })
    write.raw.prepare('UPDATE customer SET referrer_id = ? WHERE id = ?').run(id, otherId)
  })
  return { id, otherId }
}

/** Rows of every table of a customer, and of whoever names it; as text. */
export function stateOfCustomer({ book }: TestBook, id: number): string {
  const rows = customerChildNames.map((name) =>
    JSON.stringify(
      book.raw.prepare(`SELECT * FROM ${name} WHERE customer_id = ? ORDER BY id`).all(id),
    ),
  )
  const naming = book.raw
    .prepare('SELECT id FROM customer WHERE referrer_id = @id OR merged_into_id = @id')
    .all({ id })
  return [...rows, JSON.stringify(naming)].join('\n')
}
