import { describe, expect, it } from 'vitest'
import { importBytes } from './import-text'

const table =
  '姓名,电话,备注\n甲一,13800001111,好\n,+8613800002222,"=HYPERLINK(""x"")"\n乙二,13900001111,"两\n行",多,,@x\n'

describe('the rows left out, as a file', () => {
  it('have their own columns, row number and reason, with a guard before formulas', async () => {
    const bytes = Buffer.from((await importBytes(table)).rejectedCsv('zh-CN'))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString().slice(1)).toBe(
      [
        '姓名,电话,备注,D,E,F,行号,原因',
        `,'+8613800002222,"'=HYPERLINK(""x"")",,,,3,缺客户名称 (姓名)`,
        `乙二,13900001111,"两\n行",多,,'@x,4,这一行比表头多出内容`,
        '',
      ].join('\r\n'),
    )
  })

  it('can be mended and read again', async () => {
    const text = Buffer.from(
      (await importBytes('姓名,电话\n,13800001111\n甲一,\n')).rejectedCsv('en'),
    ).toString()
    const mended = await importBytes(text.replace('\n,138', '\n乙二,138'))
    expect(mended.plan()).toMatchObject({ totalRows: 1, goodRows: 1 })
  })

  it('are none when all went in', async () => {
    const session = await importBytes('姓名\n甲一\n')
    expect(session.rejectedCount).toBe(0)
    expect(Buffer.from(session.rejectedCsv('en')).toString()).toBe('\uFEFF姓名,Row,Reason\r\n')
  })
})
