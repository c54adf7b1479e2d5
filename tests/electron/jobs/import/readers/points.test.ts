import { describe, expect, it } from 'vitest'
import { importBytes, importOne, rowsOf } from '../import-text'

const pointsOf = async (headers: string, cells: string) => {
  const { points, fields } = await importOne(headers, cells)
  return { phone: fields.phone, notes: fields.notes, points: points.map(({ raw }) => raw) }
}

describe('further ways to reach a customer (R050)', () => {
  it('find their columns by the header', async () => {
    const headers = '姓名,电话,电话2,微信号,QQ,联系人2'
    const session = await importBytes(
      `${headers}\n甲一,13800001111,13900002222,jia_yi2024,10001234,\n`,
    )
    expect(session.plan().columns.map(({ target }) => target)).toEqual([
      ...['name', 'phone', 'otherPhones', 'wechat', 'qq', 'contact'],
    ])
    expect(rowsOf(session)[0]?.points).toEqual([
      { id: null, type: 'phone', raw: '13900002222', label: null, shared: false },
      { id: null, type: 'wechat', raw: 'jia_yi2024', label: null, shared: false },
      { id: null, type: 'qq', raw: '10001234', label: null, shared: false },
    ])
    expect(session.plan().preview[0]?.cells).toEqual(
      expect.arrayContaining([{ target: 'otherPhones', text: '13900002222' }]),
    )
  })

  it('keep every number of a cell, the one that is there already once', async () => {
    expect(
      await pointsOf(
        '姓名,电话',
        '甲一,"13800001111、+86 138 0000 1111；0755-55501234；13900002222"',
      ),
    ).toEqual({
      ...{ phone: '13800001111', notes: null, points: ['0755-55501234', '13900002222'] },
    })
  })

  it('say whose number it is where the header or the cell does', async () => {
    const row = await importOne(
      '姓名,手机,家庭电话,联系人2',
      '甲一,13800001111,0755-55501234,王五 13900002222',
    )
    expect(row.points.map(({ raw, label }) => [raw, label])).toEqual([
      ['0755-55501234', '家庭电话'],
      ['13900002222', null],
    ])
    expect(row.fields.contactPerson).toBe('王五')
  })

  it('give the main phone where there is none', async () => {
    expect(await pointsOf('姓名,备用电话', '甲一,13800001111 / 13900002222')).toEqual({
      ...{ phone: '13800001111', notes: null, points: ['13900002222'] },
    })
  })

  it('keep what is no number as it was written, and what is too long in the notes', async () => {
    expect((await pointsOf('姓名,微信', '甲一,同手机')).points).toEqual(['同手机'])
    const long = 'a'.repeat(101)
    expect(await pointsOf('姓名,微信', `甲一,${long}`)).toMatchObject({
      ...{ notes: `微信: ${long}`, points: [] },
    })
    expect(await pointsOf('姓名,电话,电话2', '甲一,13800001111,打不通')).toMatchObject({
      ...{ notes: '电话2: 打不通', points: [] },
    })
  })
})
