import fc from 'fast-check'
import { behaviorKinds } from '@shared/features/behaviors/behaviors.enums'
import { stages, tiers } from '@shared/features/customers/customers.enums'
import { caseKinds, caseStatuses } from '@shared/features/service-cases/service-cases.enums'
import { tagTypes } from '@shared/features/tags/tags.schema'
import { importRows } from '@db/workflows/import-rows'
import { customerFieldsOf, customerForm } from './customers'
import { importRowOf } from './import-rows'
import type { TestBook } from './test-book'

/** One command on whatever rows there are; one that does not apply does nothing. */
export type RandomCommand = (book: TestBook) => void

const names = fc.constantFrom('甲示例', '乙 示例', '示例"丙\\', 'Ｄ公司', '𠮷示例')
const texts = fc.option(fc.string({ maxLength: 20 }))
const picks = fc.array(fc.nat(20), { minLength: 1, maxLength: 3 })
const idsOf = ({ book }: TestBook, table: string) =>
  book.raw.prepare<[], number>(`SELECT id FROM ${table} ORDER BY id`).pluck().all()

function pickIds(book: TestBook, table: string, numbers: number[]): number[] {
  const ids = idsOf(book, table)
  return ids.length === 0 ? [] : numbers.map((number) => ids[number % ids.length] ?? 0)
}

const entriesAtHand =
  'follow_up WHERE customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL)'

/** Customers that are not in the recycle bin: those in there cannot be changed. */
function pickAtHand(book: TestBook, numbers: number[]): number[] {
  return pickIds(book, 'customer WHERE deleted_at IS NULL', numbers)
}

const create = fc.tuple(names, texts).map(
  ([name, notes]): RandomCommand =>
    (book) =>
      book.run('customers.create', customerForm({ name, notes })),
)
const update = fc
  .tuple(fc.nat(20), names, texts, fc.constantFrom(...tiers))
  .map(([number, name, need, tier]): RandomCommand => (book) => {
    for (const id of pickAtHand(book, [number])) {
      const { updatedAt } = book.run('customers.get', { id })
      book.run('customers.update', {
        id,
        updatedAt,
        fields: customerFieldsOf({ name, need, tier }),
      })
    }
  })
const setStage = fc
  .tuple(picks, fc.constantFrom(...stages))
  .map(([numbers, stage]): RandomCommand => (book) => {
    const ids = pickAtHand(book, numbers)
    if (ids.length > 0) book.run('customers.setStage', { ids, stage, lostReason: '虚构' })
  })
const archive = fc.tuple(picks, fc.boolean()).map(([numbers, back]): RandomCommand => (book) => {
  const ids = pickAtHand(book, numbers)
  if (ids.length > 0) book.run(back ? 'customers.unarchive' : 'customers.archive', { ids })
})
const bin = fc.tuple(picks, fc.boolean()).map(([numbers, back]): RandomCommand => (book) => {
  const ids = pickIds(book, 'customer', numbers)
  if (ids.length > 0) book.run(back ? 'customers.restore' : 'customers.delete', { ids })
})
const days = fc.option(fc.integer({ min: -3, max: 3 }))
const log = fc
  .tuple(fc.nat(20), days, fc.integer({ min: -3, max: 1 }))
  .map(([number, next, ago]): RandomCommand => (book) => {
    const at = (day: number) => book.clock() + day * 86_400_000
    for (const customerId of pickAtHand(book, [number]))
      book.run('follow-ups.create', {
        ...{ customerId, type: 'phone', content: '虚构的跟进', occurredAt: at(ago) },
        nextFollowAt: next === null ? null : at(next),
      })
  })
const settle = fc
  .tuple(fc.nat(20), fc.boolean())
  .map(([number, remove]): RandomCommand => (book) => {
    for (const id of pickIds(book, entriesAtHand, [number]))
      book.run(remove ? 'follow-ups.delete' : 'follow-ups.completeNext', { id })
  })
const ofCustomersAtHand = (table: string) =>
  `${table} WHERE customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL)`
const openCase = fc
  .tuple(fc.nat(20), fc.constantFrom(...caseKinds), fc.integer({ min: -3, max: 0 }))
  .map(([number, kind, ago]): RandomCommand => (book) => {
    const openedAt = book.clock() + ago * 86_400_000
    for (const customerId of pickAtHand(book, [number]))
      book.run('service-cases.create', { customerId, kind, subject: '虚构', openedAt })
  })
const moveCase = fc
  .tuple(fc.nat(20), fc.constantFrom('respond', 'delete', ...caseStatuses))
  .map(([number, way]): RandomCommand => (book) => {
    for (const id of pickIds(book, ofCustomersAtHand('service_case'), [number])) {
      if (way === 'respond') book.run('service-cases.respond', { id })
      else if (way === 'delete') book.run('service-cases.delete', { id })
      else book.run('service-cases.move', { id, to: way, result: '虚构' })
    }
  })
const behave = fc
  .tuple(fc.nat(20), fc.constantFrom(...behaviorKinds), fc.integer({ min: -3, max: 1 }))
  .map(([number, kind, ago]): RandomCommand => (book) => {
    const at = book.clock() + ago * 86_400_000
    for (const customerId of pickAtHand(book, [number]))
      book.run('behaviors.create', { customerId, kind, at })
  })
const forget = fc.nat(20).map((number): RandomCommand => (book) => {
  for (const id of pickIds(book, ofCustomersAtHand('behavior'), [number]))
    book.run('behaviors.delete', { id })
})
const planOrConfirm = fc
  .tuple(picks, fc.boolean())
  .map(([numbers, plan]): RandomCommand => (book) => {
    const ids = pickAtHand(book, numbers)
    if (ids.length === 0) return
    if (plan) book.run('cadence.plan', { ids, from: '2024-05-20', perDay: 1 })
    else book.run('deadlines.settle', { customerIds: ids })
  })
const attach = fc
  .tuple(picks, fc.constantFrom(...tagTypes), names)
  .map(([numbers, type, name]): RandomCommand => (book) => {
    const customerIds = pickAtHand(book, numbers)
    if (customerIds.length > 0) book.run('tags.attach', { customerIds, tags: [{ type, name }] })
  })
const detach = fc.tuple(picks, fc.nat(20)).map(([numbers, number]): RandomCommand => (book) => {
  const [customerIds, tagIds] = [pickAtHand(book, numbers), pickIds(book, 'tag', [number])]
  if (customerIds.length > 0 && tagIds.length > 0) book.run('tags.detach', { customerIds, tagIds })
})
const numbers = fc.constantFrom('13800001027', '0755-22345678 转 8', '+852 2345 6789', '同上')
const befriend = fc
  .tuple(fc.nat(20), names, numbers)
  .map(([number, name, raw]): RandomCommand => (book) => {
    for (const customerId of pickAtHand(book, [number])) {
      const points = [{ type: 'phone', raw } as const]
      book.run('contacts.create', { customerId, fields: { name, points } })
    }
  })
const rearrange = fc
  .tuple(fc.nat(20), names, fc.constantFrom('rename', 'delete', 'turn', 'numbers'))
  .map(([number, name, way]): RandomCommand => (book) => {
    const atHand = 'contact WHERE customer_id IN (SELECT id FROM customer WHERE deleted_at IS NULL)'
    for (const id of pickIds(book, atHand, [number])) {
      const customerId = Number(
        book.book.raw.prepare('SELECT customer_id FROM contact WHERE id = ?').pluck().get(id),
      )
      const { contacts, pointsUpdatedAt } = book.run('contacts.list', { customerId })
      const { updatedAt } = contacts.find((one) => one.id === id) ?? { updatedAt: 0 }
      const ids = contacts.map((one) => one.id).reverse()
      if (way === 'delete') book.run('contacts.delete', { customerId, id })
      if (way === 'rename')
        book.run('contacts.update', { customerId, id, updatedAt, fields: { name } })
      if (way === 'turn') book.run('contacts.reorder', { customerId, ids })
      if (way === 'numbers') {
        const points = [{ type: 'wechat', raw: name } as const]
        book.run('contacts.setPoints', { customerId, pointsUpdatedAt, points })
      }
    }
  })
const bulkImport = fc.integer({ min: 1, max: 4 }).map((count): RandomCommand => (book) => {
  const rows = Array.from({ length: count }, (_, index) => importRowOf(index))
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: '虚构.csv', rejected: 0, rows }),
  )
})
const handOut = fc
  .tuple(picks, fc.constantFrom('release', 'claim', 'transfer'))
  .map(([numbers, way]): RandomCommand => (book) => {
    const ids = pickAtHand(book, numbers)
    const pooled = ids.filter((id) => {
      const { pooledAt, archivedAt } = book.run('customers.get', { id })
      return pooledAt !== null && archivedAt === null
    })
    if (way === 'claim' && pooled.length > 0) book.run('customers.claim', { ids: pooled })
    if (way === 'release' && ids.length > 0) book.run('customers.release', { ids })
    if (way === 'transfer' && ids.length > 0) {
      const owners = book.run('ownership.listOwners', {}).owners.map(({ id }) => id)
      const ownerId = owners[ids.length % owners.length] ?? 0
      book.run('customers.transfer', { ids, ownerId })
    }
  })
const undoOrRedo = fc.boolean().map((redo): RandomCommand => (book) => {
  const { undo, redo: again } = book.run('history.getState', {})
  if (redo && again) book.run('history.redo', {})
  if (!redo && undo) book.run('history.undo', {})
})
/** Any command of the history, as far as nothing newer is in its way. */
const undoEarlier = fc.nat(20).map((number): RandomCommand => (book) => {
  const { lines } = book.run('history.list', { limit: 200 })
  const inEffect = lines.filter(({ undone }) => !undone)
  const chosen = inEffect[number % (inEffect.length || 1)]
  if (!chosen) return
  const { total } = book.run('history.explain', { commandId: chosen.commandId })
  if (total === 0) book.run('history.undo', { commandId: chosen.commandId })
})

/** Any sequence of the program's commands, undo and redo among them. */
export const randomCommands = fc.array(
  fc.oneof(
    ...[create, update, setStage, archive, bin, log, settle, attach, detach, bulkImport],
    ...[befriend, rearrange, handOut, undoOrRedo, undoEarlier],
    ...[openCase, moveCase, behave, forget, planOrConfirm],
  ),
  { minLength: 1, maxLength: 20 },
)
