import { refreshPeople } from '@db/customer-people'
import { insertRow } from '@db/insert-row'
import { attachment, attachmentBlob } from '@db/schema/attachment'
import { contact, contactPoint } from '@db/schema/contact'
import { customField, customValue } from '@db/schema/custom-field'
import { stageChange } from '@db/schema/stage-change'
import { verification } from '@db/schema/verification'
import type { TestBook } from './test-book'

let uids = 0
const newUid = () => `00000000-0000-7000-9000-${String((uids += 1)).padStart(12, '0')}`
const write = (book: TestBook, work: Parameters<TestBook['command']>[1]) =>
  book.command({ route: 'test', undoable: false }, work)

/** A contact person of a customer. */
export function addContact(book: TestBook, customerId: number, name: string): number {
  const at = book.clock()
  return book.command({ route: 'test', undoable: false }, ({ write }) => {
    const id = insertRow(write, contact, {
      ...{ uid: newUid(), customerId, name, position: null, department: null },
      ...{ decisionRole: null, sort: 0, notes: null, createdAt: at, updatedAt: at },
    })
    refreshPeople(write, customerId)
    return id
  })
}

/** One more phone of a customer, or of one of its people. */
export function addPhone(
  book: TestBook,
  customerId: number,
  number: string,
  { contactId = null, shared = 0 }: { contactId?: number | null; shared?: 0 | 1 } = {},
): void {
  const at = book.clock()
  write(book, (context) => {
    insertRow(context.write, contactPoint, {
      ...{ uid: newUid(), customerId, contactId, type: 'phone', raw: number, normalized: number },
      ...{ phoneKind: 'mobile', label: null, shared, sort: 0, createdAt: at, updatedAt: at },
    })
    refreshPeople(context.write, customerId)
  })
}

/** A field of one's own. */
export function addCustomField(book: TestBook, name: string): number {
  const at = book.clock()
  return book.command({ route: 'test', undoable: false }, (context) =>
    insertRow(context.write, customField, {
      ...{ uid: newUid(), name, type: 'text', kinds: 'both', groupName: null, sort: 0 },
      ...{ options: '[]', requiredStages: '[]', archivedAt: null, createdAt: at, updatedAt: at },
    } as never),
  )
}

/** What a customer has in it. */
export function setCustomValue(
  book: TestBook,
  customerId: number,
  fieldId: number,
  value: string,
): void {
  write(book, (context) => {
    insertRow(context.write, customValue, {
      ...{ customerId, fieldId, value, number: null, updatedAt: book.clock() },
    })
  })
}

/** A file, a step of the lifecycle and a check: what else may belong to a customer. */
export function addPapers(book: TestBook, customerId: number): void {
  const at = book.clock()
  const userId = book.owner.userId
  write(book, (context) => {
    const blobId = insertRow(context.write, attachmentBlob, {
      ...{ sha256: newUid(), bytes: 1, createdAt: at },
    })
    insertRow(context.write, attachment, {
      ...{ uid: newUid(), customerId, followUpId: null, blobId, fileName: '虚构.pdf' },
      ...{ mediaType: 'application/pdf', category: 'other', note: null },
      ...{ creatorId: userId, createdAt: at, updatedAt: at },
    })
    insertRow(context.write, stageChange, {
      ...{ customerId, fromStage: 'prospect', toStage: 'won', reason: null },
      ...{ at, userId, createdAt: at },
    })
    insertRow(context.write, verification, {
      ...{ customerId, field: 'phone', value: '13800001027', method: 'call-back', note: null },
      ...{ userId, at },
    })
  })
}
