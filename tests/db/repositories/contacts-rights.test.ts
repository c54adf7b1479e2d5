import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppError, ErrorCode } from '@shared/core/errors'
import { type Role, roles } from '@shared/core/permissions'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let customerId: number
beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const code = (wanted: ErrorCode) => expect.objectContaining({ code: wanted }) as unknown as AppError
const fields = {
  ...{ name: '李谷雨', position: '采购经理', notes: '周三上午在' },
  points: [
    { type: 'phone' as const, raw: '+86 138-0000-1027' },
    { type: 'phone' as const, raw: '0755-22345678 转 801', label: '前台', shared: true },
    { type: 'wechat' as const, raw: 'liguyu_2024' },
  ],
}
const add = (session?: DataSession) =>
  book.run('contacts.create', { customerId, fields }, session).id
const list = (session?: DataSession) => book.run('contacts.list', { customerId }, session)
const reveal = (pointIds: number[], session?: DataSession) =>
  book.run('contacts.reveal', { customerId, pointIds }, session).points
const found = (text: string, session?: DataSession) =>
  book.run('customers.list', { filter: { text } }, session).total

describe('each role (R083, R084)', () => {
  const levels: Record<Role, 'full' | 'masked' | 'none' | 'unseen'> = {
    ...{ owner: 'full', manager: 'full', sales: 'unseen', service: 'full' },
    ...{ marketing: 'masked', finance: 'none', viewer: 'masked' },
  }
  test.each(roles)('%s gets as much of a colleague’s customer as the table says', (role) => {
    add()
    const [point] = list().contacts[0]?.points ?? []
    const session = book.signIn(`示例 ${role}`, role)
    const level = levels[role]
    if (level === 'unseen') {
      expect(() => list(session)).toThrow(code('customers.not-found'))
      return
    }
    const { contacts } = list(session)
    if (level === 'none') expect(contacts).toEqual([])
    if (level === 'masked') {
      expect(contacts).toMatchObject([
        { name: '李••', position: null, department: null, notes: null },
      ])
      expect(contacts[0]?.points[1]).toMatchObject({ masked: '0755-•••• 5678', label: null })
    }
    if (level === 'full') {
      expect(contacts).toMatchObject([{ name: '李谷雨', position: '采购经理' }])
      expect(reveal([point?.id ?? 0], session)).toMatchObject([{ raw: '+86 138-0000-1027' }])
    } else expect(() => reveal([point?.id ?? 0], session)).toThrow(code('core.forbidden'))
    for (const word of ['lgy', '1027', 'liguyu_2024'])
      expect(found(word, session)).toBe(level === 'full' ? 1 : 0)
  })

  test('a salesperson writes and reveals at an own customer, and at none in the pool', () => {
    const sales = book.signIn('示例销售', 'sales')
    customerId = book.run('customers.create', customerForm(), sales).id
    const id = add(sales)
    expect([found('lgy', sales), list(sales).contacts.length]).toEqual([1, 1])
    const [point] = list(sales).contacts[0]?.points ?? []
    expect(reveal([point?.id ?? 0], sales)).toHaveLength(1)
    book.run('customers.release', { ids: [customerId] }, sales)
    expect(list(sales).contacts).toMatchObject([{ id, name: '李••' }])
    expect(() => reveal([point?.id ?? 0], sales)).toThrow(code('core.forbidden'))
    expect(() => add(sales)).toThrow(code('core.forbidden'))
  })

  test('a reveal is written down with the customer and what was looked at, never a number', () => {
    add()
    reveal((list().contacts[0]?.points ?? []).map((point) => point.id))
    const lines = book.run('audit.list', {}).lines
    expect(lines[0]).toMatchObject({
      route: 'contacts.reveal',
      subject: `customer:${customerId} phone,wechat`,
      changes: 0,
    })
  })
})
