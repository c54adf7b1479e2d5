import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { VerifiedField } from '@shared/features/quality/quality.enums'
import type { DataSession } from '../../../electron/ipc/context'
import { readForm } from '../../factories/big-book'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook
let ann: DataSession

beforeEach(() => {
  book = createTestBook()
  ann = book.signIn('示例甲', 'sales')
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const whole = {
  ...{ phone: '13800001027', industry: '教育', need: '周末班', source: '展会推广' },
}
const create = (values: Partial<CustomerFormValues> = {}, session = book.owner) =>
  book.run('customers.create', customerForm(values), session).id
const get = (id: number, session = book.owner) => book.run('customers.get', { id }, session)
const verify = (id: number, fields: VerifiedField[], session = book.owner) =>
  book.run('quality.verify', { id, fields, method: 'call-back', note: '本人接的' }, session)
const edit = (id: number, values: Partial<CustomerFormValues>) => {
  const { updatedAt, ...fields } = readForm(book, id)
  book.run('customers.update', { id, updatedAt, fields: { ...fields, ...values } })
}
const talk = (id: number) =>
  book.run('follow-ups.create', {
    ...{ customerId: id, type: 'phone', content: '问价格', occurredAt: book.clock() },
  })
const undo = () => book.run('history.undo', {})

describe('a check (R064, D6)', () => {
  test('says who, when, how, and makes the customer accurate', () => {
    const id = create(whole)
    talk(id)
    expect(get(id).quality).toMatchObject({ score: 2, accurate: { missing: ['phone', 'name'] } })
    verify(id, ['phone', 'name'])
    expect(get(id)).toMatchObject({
      quality: { score: 3, complete: { percent: 100 }, accurate: { ok: true } },
      stamps: expect.arrayContaining([
        {
          ...{ field: 'phone', at: book.clock(), userName: '示例店主', method: 'call-back' },
          ...{ note: '本人接的', holds: true },
        },
      ]) as unknown,
    })
    expect(book.run('customers.list', {}).rows).toMatchObject([
      { quality: { complete: true, current: true, accurate: true } },
    ])
  })

  test('goes stale when its field changes, holds again after the undo, and survives a restart', () => {
    const id = create(whole)
    verify(id, ['phone', 'name'])
    edit(id, { phone: '13900001027' })
    expect(get(id).quality.accurate).toEqual({
      ...{ ok: false, verified: ['name'], stale: ['phone'], missing: [] },
    })
    expect(get(id).stamps.find(({ field }) => field === 'phone')?.holds).toBe(false)
    undo()
    expect(get(id).quality.accurate.ok).toBe(true)
    book.restart()
    expect(get(id).quality.accurate.ok).toBe(true)
  })

  test('is left alone by a change of another field', () => {
    const id = create(whole)
    verify(id, ['phone', 'name'])
    edit(id, { need: '平日班' })
    expect(get(id).quality.accurate.ok).toBe(true)
  })

  test('shows the newest stamp that holds before a newer one that does not', () => {
    const id = create(whole)
    verify(id, ['phone'])
    const first = book.clock()
    edit(id, { phone: '13900001027' })
    book.passTime(day)
    verify(id, ['phone'])
    edit(id, { phone: whole.phone })
    expect(get(id).stamps).toMatchObject([{ field: 'phone', at: first, holds: true }])
  })

  test('is taken back by undo and leaves nothing', () => {
    const id = create(whole)
    const before = trackedState(book)
    verify(id, ['phone', 'name'])
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('holds for a sealed number by its mask, of which nothing whole is kept', () => {
    const id = create({ idCard: '000000199003070014' })
    verify(id, ['idCard'])
    expect(get(id).quality.accurate.verified).toEqual(['idCard'])
    expect(book.book.raw.prepare('SELECT value FROM verification').pluck().get()).toBe(
      '000***********0014',
    )
    edit(id, { idCard: null })
    expect(get(id).quality.accurate.stale).toEqual(['idCard'])
  })

  test('of an empty field is refused, with all the others of the same command', () => {
    const id = create(whole)
    const before = trackedState(book)
    expect(() => verify(id, ['phone', 'email'])).toThrow(code('quality.nothing-to-check'))
    expect(trackedState(book)).toBe(before)
  })

  test('stands in the audit trail with customer and fields, and without a value', () => {
    const id = create(whole)
    verify(id, ['phone', 'name'])
    const last = book.book.raw
      .prepare('SELECT route, subject FROM audit_event ORDER BY id DESC')
      .get()
    expect(last).toEqual({ route: 'quality.verify', subject: `customer:${id} name,phone` })
  })

  test('is for those who may change the customer and see the field whole', () => {
    const [mine, foreign] = [create({ ...whole, idCard: '000000199003070014' }, ann), create(whole)]
    verify(mine, ['phone', 'name'], ann)
    expect(() => verify(mine, ['idCard'], ann)).toThrow(code('core.forbidden'))
    expect(() => verify(foreign, ['name'], ann)).toThrow(code('customers.not-found'))
    const service = book.signIn('示例客服', 'service')
    expect(() => verify(foreign, ['name'], service)).toThrow(code('core.forbidden'))
    const manager = book.signIn('示例主管', 'manager')
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw
        .prepare(`UPDATE customer SET id_card_mask = '000***********0014' WHERE id = ?`)
        .run(mine),
    )
    expect(() => verify(mine, ['idCard'], manager)).toThrow(code('core.forbidden'))
  })

  test('is told only as far as its field is: no stamp of a phone where contact details are hidden', () => {
    const id = create(whole)
    verify(id, ['phone', 'name'])
    const fields = (role: 'finance' | 'marketing') =>
      get(id, book.signIn(`示例 ${role}`, role)).stamps.map(({ field, note }) => [field, note])
    expect(fields('finance')).toEqual([['name', null]])
    expect(fields('marketing').sort()).toEqual([
      ['name', null],
      ['phone', null],
    ])
  })
})

describe('being current (R064)', () => {
  test('ends with the months of the tier, and a check renews it', () => {
    const id = create(whole)
    const high = create({ ...whole, tier: 'high' })
    const current = () => [get(id).quality.current.ok, get(high).quality.current.ok]
    book.passTime(32 * day)
    expect(current()).toEqual([true, false])
    book.passTime(62 * day)
    expect(current()).toEqual([false, false])
    verify(id, ['name'])
    expect(current()).toEqual([true, false])
    verify(high, ['name'])
    expect(current()).toEqual([true, true])
  })

  test('goes by the months that are set, which only an owner may do', () => {
    const id = create(whole)
    book.passTime(100 * day)
    const settings = book.run('quality.getSettings', {}, ann)
    expect(settings).toMatchObject({ months: 3, highTierMonths: 1 })
    expect(() => book.run('quality.setSettings', { ...settings, months: 6 }, ann)).toThrow(
      code('core.forbidden'),
    )
    book.run('quality.setSettings', { ...settings, months: 6 })
    expect(get(id).quality.current.ok).toBe(true)
    book.restart()
    expect(book.run('quality.getSettings', {}).months).toBe(6)
  })
})

describe('the counts (R066)', () => {
  const counts = (session = book.owner) => book.run('quality.counts', {}, session)

  test('name what is missing, silent and a zombie', () => {
    const id = create(whole)
    create({ ...whole, source: null })
    talk(id)
    expect(counts()).toMatchObject({
      total: 2,
      byFinding: {
        ...{ good: 0, incomplete: 1, outdated: 0, unverified: 2, silent: 0, zombie: 0 },
        ...{ 'no-source': 1, 'no-interaction': 1, 'no-reach': 0 },
      },
    })
    // 2024-08-16: one day more than three months after 2024-05-15.
    book.passTime(93 * day)
    expect(counts().byFinding).toMatchObject({ silent: 2, zombie: 0, outdated: 2 })
    book.passTime(92 * day)
    expect(counts().byFinding).toMatchObject({ silent: 0, zombie: 2 })
  })

  test('follow the months of the settings, and say of a customer what they count', () => {
    const id = create(whole)
    book.passTime(40 * day)
    expect(get(id).activity).toEqual({ status: 'active', days: 40, from: 'created' })
    const settings = book.run('quality.getSettings', {})
    book.run('quality.setSettings', { ...settings, silentMonths: 1, zombieMonths: 2 })
    expect(get(id).activity).toEqual({ status: 'silent', days: 40, from: 'created' })
    expect(counts().byFinding).toMatchObject({ silent: 1, zombie: 0 })
    talk(id)
    expect(get(id).activity).toEqual({ status: 'active', days: 0, from: 'interaction' })
    undo()
    expect(get(id).activity).toMatchObject({ status: 'silent', days: 40 })
    book.passTime(40 * day)
    expect(get(id).activity).toMatchObject({ status: 'zombie', days: 80 })
    expect(counts().byFinding).toMatchObject({ silent: 0, zombie: 1 })
  })

  test('are of what the person may read, and lead to the same customers in the list', () => {
    const mine = create({}, ann)
    create()
    expect(counts(ann)).toMatchObject({ total: 1, byFinding: { 'no-need': 1 } })
    const listed = book.run('customers.list', { filter: { quality: ['no-need', 'silent'] } }, ann)
    expect(listed).toMatchObject({ total: 1, rows: [{ id: mine }] })
  })

  test('say nothing of groups that are hidden', () => {
    create()
    const finance = book.signIn('示例财务', 'finance')
    expect(counts(finance).byFinding).toMatchObject({ 'no-reach': 0, 'no-need': 0 })
    const filter = { quality: ['no-reach' as const] }
    expect(book.run('customers.list', { filter }, finance).total).toBe(0)
  })

  test('a salesperson cannot ask the pool for what is hidden there', () => {
    const id = create({ phone: '13800001027' }, ann)
    book.run('customers.release', { ids: [id] }, ann)
    const ben = book.signIn('示例乙', 'sales')
    const found = (finding: 'no-need' | 'no-industry') =>
      book.run('customers.list', { filter: { pool: true, quality: [finding] } }, ben).total
    expect([found('no-need'), found('no-industry')]).toEqual([0, 1])
  })
})
