import { describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { readImport } from '../../../../electron/jobs/import/import-job'
import { rowsOf } from './import-text'

const field = (id: number, name: string, rest: Partial<CustomField> = {}): CustomField => ({
  ...{ id, name, uid: `00000000-0000-7000-8000-00000000000${id}`, type: 'text', kinds: 'both' },
  ...{ groupName: null, options: [], requiredStages: [], archivedAt: null },
  ...rest,
})
const customFields = [
  field(1, '门店数', { type: 'number' }),
  field(2, '签约日', { type: 'date' }),
  field(3, '渠道', { type: 'choice', options: [{ key: 'k1', label: '展会' }] }),
  field(4, '电话', { type: 'text' }),
]

async function read(text: string, fields = customFields) {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-import-'))
  try {
    const path = join(folder, 'table.csv')
    writeFileSync(path, text)
    return await readImport({ path, encoding: null, customFields: fields })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('columns of fields of one’s own (R073)', () => {
  it('find their field by its name, however it is written, before any built-in one', async () => {
    const { columns } = (await read('客户名称,门 店数,电话,备注\n云岫示例,3,x,y\n')).plan()
    expect(columns.map(({ target }) => target)).toEqual(['name', 'notes', 'custom:4', 'notes'])
    const exact = (await read('客户名称,门店数\n云岫示例,3\n')).plan()
    expect(exact.columns[1]).toMatchObject({ target: 'custom:1', mappedBy: 'synonym' })
  })

  it('are read by type, Excel’s days among them; what does not fit stays in the notes and is said', async () => {
    const session = await read(
      '客户名称,门店数,签约日,渠道\n甲示例,"1,200",45000,展会\n乙示例,很多,去年,熟人\n丙示例,无,,\n',
    )
    const rows = rowsOf(session)
    expect(rows.map(({ custom }) => custom)).toEqual([
      { 1: '1200', 2: '2023-03-15', 3: 'k1' },
      {},
      {},
    ])
    expect(rows[1]?.fields.notes).toBe('门店数: 很多\n签约日: 去年\n渠道: 熟人')
    expect(session.plan().problems.map(({ column, code }) => [column, code])).toEqual([
      ['门店数', 'value-unknown'],
      ['签约日', 'date-unclear'],
      ['渠道', 'value-unknown'],
    ])
    expect(session.plan().preview[0]?.cells).toContainEqual({ target: 'custom:1', text: '1200' })
  })

  it('can be chosen by hand; a field that is gone keeps the column in the notes', async () => {
    const session = await read('客户名称,店\n甲示例,7\n')
    await session.remap(['name', 'custom:1'])
    expect(rowsOf(session)[0]?.custom).toEqual({ 1: '7' })
    await session.remap(['name', 'custom:99'])
    expect(session.plan().columns[1]?.target).toBe('notes')
    expect(rowsOf(session)[0]?.fields.notes).toBe('店: 7')
  })
})
