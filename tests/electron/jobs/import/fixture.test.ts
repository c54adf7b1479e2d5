import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importRow } from '@shared/features/imports/import-row.schema'
import { makeFiles, rowCount } from '../../../fixtures/generate-customers'
import { importBytes, rowsOf, textOf } from './import-text'

const fixtures = join(import.meta.dirname, '../../../fixtures')
const utf8 = readFileSync(join(fixtures, 'customers-utf8.csv'))
const gb18030 = readFileSync(join(fixtures, 'customers-gb18030.csv'))

describe('the invented customers', () => {
  it('are what their generator makes', () => {
    const made = makeFiles()
    expect(made.utf8.equals(utf8)).toBe(true)
    expect(made.gb18030.equals(gb18030)).toBe(true)
  })

  it('read the same from UTF-8 and from the GB18030 that Excel writes', async () => {
    const [first, second] = [await importBytes(utf8), await importBytes(gb18030)]
    expect(first.plan().encoding).toBe('utf-8')
    expect(second.plan().encoding).toBe('gb18030')
    expect(rowsOf(second)).toEqual(rowsOf(first))
  })

  it('map by themselves; what has no field goes to the notes', async () => {
    const { columns } = (await importBytes(gb18030)).plan()
    const targets = Object.fromEntries(columns.map(({ header, target }) => [header, target]))
    expect(targets).toMatchObject({
      客户ID: 'externalId',
      '姓名/公司': 'name',
      联系方式: 'contact',
      需求标签: 'needTags',
      跟进记录: 'followUps',
      客户等级: 'tier',
      客户阶段: 'stage',
      客单价: 'notes',
      购买产品: 'notes',
    })
  })

  it('go in but for the nameless, and every dirty kind is named', async () => {
    const plan = (await importBytes(gb18030)).plan()
    expect(plan).toMatchObject({ totalRows: rowCount, goodRows: rowCount - 4, badRows: 4 })
    expect(plan.problemTotals.map(({ code }) => code).sort()).toEqual([
      'date-unclear',
      'duplicate-in-file',
      'email-unclear',
      'missing-name',
      'phone-lost-digits',
      'phone-unclear',
      'value-unknown',
    ])
  })

  it('keep a second number beside the first, and none twice', async () => {
    const points = rowsOf(await importBytes(gb18030)).filter((row) => row.points.length > 0)
    expect(points.length).toBeGreaterThan(0)
    for (const row of points) expect(row.points[0]?.raw).not.toBe(row.fields.phone)
  })

  it('make rows that the contract accepts', async () => {
    const rows = rowsOf(await importBytes(gb18030))
    for (const row of rows) expect(importRow.parse(row)).toEqual(row)
  })

  it('hold the firm with its contact, its tags, its follow-up and its purchase kept in the notes', async () => {
    const rows = rowsOf(await importBytes(gb18030))
    const firm = rows.find(({ fields }) => fields.name === '云岫示例科技有限公司')
    expect(firm).toMatchObject({
      fields: {
        kind: 'company',
        contactPerson: '林半夏',
        phone: '13800002468',
        tier: 'high',
        stage: 'won',
        notes: '最近购买时间: 2023-09-01\n购买产品: 年度服务包\n客单价: 50000',
      },
      tags: [
        { type: 'need', name: '急需采购' },
        { type: 'need', name: '年度框架' },
      ],
      followUps: [{ on: '2023-10-22', content: '反馈对接顺畅' }],
    })
  })

  it('keep rare characters whole', async () => {
    const text = rowsOf(await importBytes(gb18030))
      .map(textOf)
      .join('\n')
    for (const character of ['喆', '堃', '玥', '镕', '赟', '㛃', '𠮷'])
      expect(text).toContain(character)
    expect(text).not.toContain('\uFFFD')
  })
})
