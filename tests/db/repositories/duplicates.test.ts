import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scanDuplicates } from '@db/duplicates/scan'
import { storeScan } from '@db/repositories/duplicates'
import type { RouteInput } from '@shared/contract'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { addPhone } from '../../factories/customer-parts'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const mobile = '13800001027'
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (values: Partial<CustomerFormValues>, session = book.owner) =>
  book.run('customers.create', customerForm(values), session).id
const find = (draft: Partial<RouteInput<'duplicates.find'>>, session = book.owner) =>
  book.run('duplicates.find', { id: null, kind: 'company', name: '', ...draft }, session)
const scan = async () => {
  const found = await scanDuplicates(book.book.read, () => Promise.resolve())
  book.command({ route: 'duplicates.scan', undoable: false }, (context) =>
    storeScan(context, found),
  )
  return found
}
const list = (session = book.owner) => book.run('duplicates.list', {}, session)

describe('while a customer is typed (R050)', () => {
  test.each<[string, Partial<CustomerFormValues>, Partial<RouteInput<'duplicates.find'>>]>([
    ['the same phone, written otherwise', { phone: mobile }, { phones: ['+86 138-0000-1027'] }],
    ['the same e-mail', { email: 'Spring@Example.com' }, { emails: ['spring@example.com'] }],
    [
      'the same credit code',
      { creditCode: '91350100M000100Y43' },
      { creditCode: '91350100M000100Y43' },
    ],
    ['the same name in 繁體', {}, { name: '雲岫示例科技有限公司' }],
    ['the same name in full width', { name: 'ＡＢＣ示例' }, { name: 'abc示例' }],
    ['another legal form', {}, { name: '云岫示例科技股份有限公司' }],
    ['the place in front', {}, { name: '深圳市云岫示例科技' }],
    ['a homophone', {}, { name: '云秀示例科技有限公司' }],
    ['a slip in the second half', {}, { name: '云岫示例科支有限公司' }],
  ])('%s is noticed', (_what, stored, draft) => {
    const id = create(stored)
    create({ name: '望月堂茶业有限公司', phone: '13900002038' })
    expect(find(draft).matches.map((match) => match.id)).toEqual([id])
  })

  test('nothing is said of oneself, of half a number, or without any likeness', () => {
    const id = create({ phone: mobile })
    expect(find({ id, name: '云岫示例科技有限公司', phones: [mobile] }).matches).toEqual([])
    expect(find({ phones: ['1380'] }).matches).toEqual([])
    expect(find({ name: '望月堂茶业', phones: ['13900002038'] }).matches).toEqual([])
  })

  test('a further number of a customer counts, and one that is shared is a hint', () => {
    const id = create({})
    addPhone(book, id, mobile)
    expect(find({ name: '望月堂', phones: [mobile] }).matches).toMatchObject([
      { id, reasons: ['same-phone'] },
    ])
    const other = create({ kind: 'person', name: '欧阳知秋' })
    addPhone(book, other, '13900002038', { shared: 1 })
    expect(find({ kind: 'person', name: '陈立夏', phones: ['13900002038'] }).matches).toMatchObject(
      [{ id: other, level: 'hint', reasons: ['shared-phone'] }],
    )
  })

  test('archived customers are named too', () => {
    const id = create({ phone: mobile })
    book.run('customers.archive', { ids: [id] })
    expect(find({ phones: [mobile] }).matches).toMatchObject([{ id, archived: true }])
  })

  test('of a colleague’s customer a salesperson learns that the number is taken, and no more (R082)', () => {
    const seller = book.signIn('示例销售', 'sales')
    create({ phone: mobile, email: 'a@example.com' })
    const answer = find(
      { name: '云岫示例科技有限公司', phones: [mobile], emails: ['x@example.com'] },
      seller,
    )
    expect(answer).toEqual({ matches: [], taken: { phone: true, email: false } })
    // Control: the owner reads who it is.
    expect(find({ phones: [mobile] }).matches).toHaveLength(1)
  })

  test('a customer of the pool is found by name, not by the number that a salesperson may not see', () => {
    const seller = book.signIn('示例销售', 'sales')
    const id = create({ phone: mobile })
    book.run('customers.release', { ids: [id] })
    expect(find({ phones: [mobile] }, seller)).toEqual({
      matches: [],
      taken: { phone: true, email: false },
    })
    expect(find({ name: '云岫示例科技' }, seller).matches).toMatchObject([
      { id, writable: false, reasons: ['same-core'] },
    ])
  })

  test('walks indexes, not the table', () => {
    for (let number = 0; number < 50; number += 1) create({ name: `示例${number}` })
    const plan = (sql: string) =>
      book.book.raw
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => (row as { detail: string }).detail)
        .join('\n')
    expect(
      plan(`SELECT id FROM customer WHERE email IS NOT NULL AND lower(email) IN ('a')`),
    ).toContain('customer_by_email')
    expect(
      plan(
        `SELECT id FROM customer INDEXED BY customer_by_reading WHERE instr(name_pinyin, 'yun') > 0`,
      ),
    ).toContain('COVERING INDEX customer_by_reading')
  })
})

describe('the scan of the whole book (R051)', () => {
  test('finds pairs, groups them, and keeps what was found over a restart', async () => {
    const first = create({ phone: mobile })
    const second = create({ name: '雲岫示例科技股份有限公司', phone: mobile })
    const third = create({ name: '深圳市云岫示例科技有限公司', phone: '0755-12345678' })
    create({ name: '望月堂茶业有限公司', phone: '13900002038' })
    expect((await scan()).customers).toBe(4)
    book.restart()
    const { clusters, total, scan: last } = list()
    expect(total).toBe(1)
    expect(clusters[0]?.customers.map(({ id }) => id)).toEqual([first, second, third])
    expect(clusters[0]).toMatchObject({ level: 'certain' })
    expect(last).toMatchObject({ customers: 4, candidates: 3 })
    expect(JSON.stringify(clusters)).not.toContain(mobile)
    expect(book.run('duplicates.count', {})).toEqual({ clusters: 1 })
  })

  test('a number of many names is nobody’s, and makes no pairs (X12)', async () => {
    for (const name of ['望月堂', '桃源里', '鲲池', '水月轩']) create({ name, phone: mobile })
    expect((await scan()).candidates).toEqual([])
  })

  test('who is said not to be the same is not named again, until that is taken back', async () => {
    const ids = [create({ phone: mobile }), create({ phone: mobile })]
    await scan()
    expect(book.run('duplicates.dismiss', { ids })).toEqual({ pairs: 1 })
    expect(list().total).toBe(0)
    await scan()
    expect(list().total).toBe(0)
    expect(find({ id: ids[0] ?? 0, phones: [mobile] }).matches).toEqual([])
    book.run('history.undo', {})
    expect(list().total).toBe(1)
  })

  test('salespeople see pairs of their own customers only', async () => {
    const seller = book.signIn('示例销售', 'sales')
    create({ phone: mobile })
    create({ phone: mobile }, seller)
    await scan()
    expect(list(seller).total).toBe(0)
    expect(list().total).toBe(1)
    create({ phone: mobile }, seller)
    await scan()
    expect(list(seller).clusters[0]?.customers).toHaveLength(2)
  })

  test('ends when the turn says so, and writes nothing', async () => {
    create({ phone: mobile })
    const stopped = scanDuplicates(book.book.read, () => Promise.reject(new Error('stop')))
    await expect(stopped).rejects.toThrow('stop')
  })
})
