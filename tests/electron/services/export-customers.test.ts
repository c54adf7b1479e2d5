import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toErrorShape } from '@shared/core/errors'
import { accessByRole, type Role, roles } from '@shared/core/permissions'
import { customerFilter, customerSort } from '@shared/features/customers/customers.contract'
import type { ExportSelection } from '@shared/features/exports/exports.contract'
import { exportOperations } from '../../../electron/data/export-operations'
import type { BookSession } from '../../../electron/data/book-session'
import type { DataSession } from '../../../electron/ipc/context'
import { createRecordReader } from '../../../electron/jobs/import/csv-records'
import { readImport } from '../../../electron/jobs/import/import-job'
import type { DataLink } from '../../../electron/services/data-link'
import { exportCustomers, rowsASlice } from '../../../electron/services/export-customers'
import { makeBigBook } from '../../factories/big-book'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { tempFolder } from '../../support/temp-folder'
import { rowsOf } from '../jobs/import/import-text'

let book: TestBook
let folder: string
beforeEach(() => {
  book = createTestBook()
  folder = tempFolder()
})
afterEach(() => book.dispose())

type Overrides = Partial<Omit<Parameters<typeof exportCustomers>[0], 'data' | 'begun'>> & {
  selection?: ExportSelection
  session?: DataSession
}
const everybody: ExportSelection = {
  filter: customerFilter.parse({}),
  sort: customerSort.parse({}),
}
const inFilter = (filter: object): ExportSelection => ({
  ...{ filter: customerFilter.parse(filter), sort: customerSort.parse({}) },
})
const path = () => join(folder, 'out.csv')

/** How many rows went out, or the code of the refusal. */
async function save({ selection = everybody, session = book.owner, ...rest }: Overrides = {}) {
  const current = () => ({ book: book.book, session, fields: null })
  const operations: object = exportOperations({ current } as unknown as BookSession)
  // The real operations without the border between the processes.
  const call = ((name: string, payload: unknown) =>
    new Promise((resolve) => {
      resolve((operations as Record<string, (payload: unknown) => unknown>)[name]?.(payload))
    })) as unknown as DataLink['call']
  try {
    return await exportCustomers({
      ...{ data: { call }, begun: await call('exports.begin', { selection }) },
      ...{ language: 'zh-CN', path: path(), signal: new AbortController().signal },
      ...{ report: () => undefined, beforeNaming: () => Promise.resolve() },
      ...rest,
    })
  } catch (error) {
    return toErrorShape(error).code
  }
}

/** The lines of the file, each by its heads. */
function lines(): Record<string, string | undefined>[] {
  const reader = createRecordReader(',')
  const text = readFileSync(path(), 'utf8').replace('\uFEFF', '')
  const [heads = [], ...rows] = [...reader.push(text), ...reader.end()]
  return rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index]])))
}

const secrets = {
  ...{ contactPerson: '欧阳知秋', phone: '13800001027', email: 'spring@example.com' },
  ...{ address: '虚构路九号', need: '需求密文', notes: '备注密文' },
  ...{ idCard: '000000199003070014', bankAccount: '0000111122223333' },
}
const addField = (name: string, rest: object = {}) =>
  book.run('custom-fields.create', {
    ...{ name, type: 'text', kinds: 'both', groupName: null, options: [], requiredStages: [] },
    ...rest,
  }).id
const make = (name: string, owner = book.owner, custom: Record<string, string> = {}) => {
  const { id } = book.run('customers.create', { ...customerForm({ name, ...secrets }), custom })
  if (owner !== book.owner) book.run('customers.transfer', { ids: [id], ownerId: owner.userId })
  return id
}

describe('the file', () => {
  test('is for Excel, for the person alone, and holds what the list shows in its order', async () => {
    for (const name of ['甲示例', '乙示例', '丙示例']) make(name)
    const sort = { by: 'name', direction: 'asc' } as const
    const selection = { filter: customerFilter.parse({ text: '示例' }), sort }
    expect(await save({ selection })).toBe(3)
    expect(readFileSync(path(), 'utf8').startsWith('\uFEFF客户名称,客户类型,编号')).toBe(true)
    const listed = book.run('customers.list', selection).rows.map(({ name }) => name)
    expect(lines().map((line) => line['客户名称'])).toEqual(listed)
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('holds chosen customers in the order they were chosen, each once', async () => {
    const [first, second] = [make('甲示例'), make('乙示例')]
    make('丙示例')
    expect(await save({ selection: { ids: [second, first, second] } })).toBe(2)
    expect(lines().map((line) => line['客户名称'])).toEqual(['乙示例', '甲示例'])
  })

  test('read as an import gives the same customers again', async () => {
    const fieldIds = {
      count: addField('门店数', { type: 'number' }),
      day: addField('签约日', { type: 'date' }),
      channel: addField('渠道', { type: 'choice', options: [{ key: null, label: '展会' }] }),
    }
    const { fields: customFields } = book.run('custom-fields.list', {})
    const channel = customFields.find(({ id }) => id === fieldIds.channel)?.options[0]?.key ?? ''
    const form = customerForm({
      ...{ name: '=云岫"示例", 有限公司', contactPerson: '林半夏', phone: '+86 138 0000 2468' },
      ...{ email: 'a@example.com', regionCode: '440305', address: '虚构路 9 号', stage: 'lost' },
      ...{ lostReason: '-价高', tier: 'high', companySize: '20-99', annualRevenue: '120.5万' },
      ...{ priceSensitivity: 'high', decisionMode: 'joint', purchaseCycleDays: '30' },
      ...{ foundedOn: '2001-02-03', need: '两行\n需求', notes: '@备注', industry: '茶叶' },
    })
    const custom = {
      [fieldIds.count]: '-3',
      [fieldIds.day]: '2024-05-01',
      [fieldIds.channel]: channel,
    }
    const { id } = book.run('customers.create', { ...form, custom })
    for (const name of ['急用', '定制'])
      book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name }] })
    const stored = book.run('customers.get', { id })
    for (const language of ['zh-CN', 'en'] as const) {
      expect(await save({ language })).toBe(1)
      const session = await readImport({ path: path(), encoding: null, customFields })
      const [row] = rowsOf(session)
      expect(row?.fields).toMatchObject({
        ...{ name: form.name, kind: 'company', contactPerson: '林半夏', email: 'a@example.com' },
        ...{ regionCode: '440305', address: '虚构路 9 号', stage: 'lost', lostReason: '-价高' },
        ...{ tier: 'high', companySize: '20-99', annualRevenue: stored.annualRevenue },
        ...{ priceSensitivity: 'high', decisionMode: 'joint', purchaseCycleDays: 30 },
        ...{ foundedOn: '2001-02-03', need: form.need, industry: '茶叶', externalId: stored.code },
      })
      expect(row?.fields.phone?.replace(/\D/g, '')).toMatch(/13800002468$/)
      expect(row?.fields.notes).toContain('@备注')
      expect(row?.tags.map(({ type, name }) => [type, name])).toEqual(
        stored.tags.map(({ type, name }) => [type, name]),
      )
      expect(row?.custom).toEqual({ ...custom, [fieldIds.count]: '-3' })
    }
  })

  test('takes a cell under its head when fields change meanwhile', async () => {
    const id = addField('渠道')
    make('甲示例', book.owner, { [id]: '展会' })
    for (let row = 0; row < 3; row += 1) make(`示例 ${row}`)
    const current = () => ({ book: book.book, session: book.owner, fields: null })
    const operations = exportOperations({ current } as unknown as BookSession)
    const call = ((name: 'exports.read', payload: never) =>
      Promise.resolve(operations[name](payload, { ports: [] } as never))) as DataLink['call']
    const begun = await call('exports.begin', { selection: everybody })
    addField('另一个')
    book.run('custom-fields.archive', { id })
    await exportCustomers({
      ...{ data: { call }, begun, language: 'zh-CN', path: path() },
      ...{ signal: new AbortController().signal, report: () => undefined },
      beforeNaming: () => Promise.resolve(),
    })
    expect(lines().map((line) => line['渠道'])).toEqual(['', '', '', ''])
    expect(Object.keys(lines()[0] ?? {}).at(-1)).toBe('渠道')
  })
})

describe('rights (R083, R084, R089)', () => {
  const rolesThatMay: readonly Role[] = ['owner', 'manager', 'sales']

  test.each(roles)('%s gets what the table of rights says, and no more', async (role) => {
    const person = role === 'owner' ? book.owner : book.signIn('示例', role)
    const rival = book.signIn('对手', 'sales')
    const field = addField('自定字段')
    const custom = { [field]: '自定密文' }
    const may = rolesThatMay.includes(role)
    const own = make('自己示例', may ? person : book.owner, custom)
    const other = make('别人示例', rival, custom)
    const pooled = make('公海示例', rival, custom)
    book.run('customers.release', { ids: [pooled] })
    const all = accessByRole[role].scopes['customers.export'] === 'all'
    const outcome = await save({ session: person })
    if (!may) {
      expect(outcome).toBe('core.forbidden')
      expect(await save({ session: person, selection: { ids: [own] } })).toBe('core.forbidden')
      return
    }
    expect(outcome).toBe(all ? 3 : 1)
    const [line] = lines().filter((one) => one['客户名称'] === '自己示例')
    expect(line).toMatchObject({
      ...{ 联系人: secrets.contactPerson, 电话: secrets.phone, 邮箱: secrets.email },
      ...{ 地址: secrets.address, 需求: secrets.need, 备注: secrets.notes, 自定字段: '自定密文' },
    })
    const text = readFileSync(path(), 'utf8')
    expect(text.includes('000***********0014')).toBe(all)
    expect(text).not.toContain(secrets.idCard)
    expect(text).not.toContain(secrets.bankAccount)
    const foreign = all ? 1 : 'customers.not-found'
    expect(await save({ session: person, selection: { ids: [other] } })).toBe(foreign)
    // What may be claimed may be looked at, not carried away.
    expect(await save({ session: person, selection: { ids: [pooled] } })).toBe(
      all ? 1 : 'core.forbidden',
    )
    expect(await save({ session: person, selection: inFilter({ pool: true }) })).toBe(all ? 1 : 0)
  })

  test('what lies in the bin does not go out', async () => {
    const id = make('甲示例')
    const begin = { ids: [id] }
    book.run('customers.delete', begin)
    expect(await save({ selection: begin })).toBe('customers.in-bin')
    expect(await save({ selection: inFilter({ bin: true }) })).toBe('customers.in-bin')
    expect(await save()).toBe(0)
  })

  test('a referrer is named to those only who may read that customer', async () => {
    const person = book.signIn('示例', 'sales')
    const referrerId = make('介绍示例')
    const { id } = book.run('customers.create', customerForm({ name: '甲示例', referrerId }))
    book.run('customers.transfer', { ids: [id], ownerId: person.userId })
    await save({ selection: { ids: [id] } })
    expect(lines()[0]?.['介绍人']).toBe('介绍示例')
    await save({ selection: { ids: [id] }, session: person })
    expect(lines()[0]?.['介绍人']).toBe('')
  })
})

describe('an export that does not come to its end', () => {
  test('leaves the file of that name as it was, cancelled or not written down', async () => {
    make('甲示例')
    writeFileSync(path(), 'before')
    expect(await save({ signal: AbortSignal.abort() })).toBe('core.cancelled')
    const beforeNaming = () => Promise.reject(new Error('no trail'))
    expect(await save({ beforeNaming })).toBe('core.unexpected')
    expect(readdirSync(folder)).toEqual(['out.csv'])
    expect(readFileSync(path(), 'utf8')).toBe('before')
    expect(await save()).toBe(1)
    expect(readFileSync(path(), 'utf8')).not.toBe('before')
  })

  test('stops between two slices', async () => {
    book.dispose()
    book = makeBigBook({ customers: rowsASlice * 3, followUps: 1 })
    const controller = new AbortController()
    const told: number[] = []
    const report = ({ done }: { done: number }) => {
      told.push(done)
      controller.abort()
    }
    expect(await save({ signal: controller.signal, report })).toBe('core.cancelled')
    expect(told).toEqual([rowsASlice])
    expect(await save()).toBe(rowsASlice * 3)
    expect(lines()).toHaveLength(rowsASlice * 3)
  })
})
