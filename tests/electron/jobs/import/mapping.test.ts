import { describe, expect, it } from 'vitest'
import { importBytes, importOne, rowsOf } from './import-text'

async function targetsOf(text: string): Promise<Record<string, string>> {
  const { columns } = (await importBytes(text)).plan()
  return Object.fromEntries(columns.map(({ header, target }) => [header, target]))
}

describe('columns find their fields', () => {
  it('by Chinese headers, whatever their width, spaces and hints', async () => {
    expect(
      await targetsOf(
        '客户名称（必填）, 手机号 *,电子邮箱,所属行业\n甲一,13800001111,a@b.example,餐饮\n',
      ),
    ).toEqual({
      '客户名称（必填）': 'name',
      '手机号 *': 'phone',
      电子邮箱: 'email',
      所属行业: 'industry',
    })
  })

  it('by English headers', async () => {
    expect(
      await targetsOf(
        'Company,Name,E-mail,Mobile Phone,Lead Source,Next Follow-up\nExample Ltd,Ann,a@b.example,13800001111,Fair,2026-01-02\n',
      ),
    ).toEqual({
      Company: 'name',
      Name: 'contactPerson',
      'E-mail': 'email',
      'Mobile Phone': 'phone',
      'Lead Source': 'source',
      'Next Follow-up': 'nextFollowAt',
    })
  })

  it('a name alone is the customer, beside a company it is the contact', async () => {
    expect(await targetsOf('姓名,电话\n甲一,13800001111\n')).toMatchObject({ 姓名: 'name' })
    expect(await targetsOf('公司,姓名\n示例有限公司,甲一\n')).toMatchObject({
      公司: 'name',
      姓名: 'contactPerson',
    })
  })

  it('by what stands in them when the header says nothing', async () => {
    expect(
      await targetsOf(
        'c1,c2,c3,c4\n云岫示例有限公司,13800001111,a@b.example,白\n青梧示例有限公司,13900001111,c@d.example,黑\n',
      ),
    ).toEqual({ c1: 'name', c2: 'phone', c3: 'email', c4: 'notes' })
  })

  it('without a header they get letters, and the first line is a customer', async () => {
    const session = await importBytes(
      '云岫示例有限公司,13800001111\n青梧示例有限公司,13900001111\n',
    )
    expect(session.plan().columns.map(({ header, target }) => [header, target])).toEqual([
      ['A', 'name'],
      ['B', 'phone'],
    ])
    expect(rowsOf(session).map(({ row }) => row)).toEqual([1, 2])
  })

  it('below a title line, and rows count as the spreadsheet shows them', async () => {
    const session = await importBytes('客户信息登记表,,\n\n姓名,电话,备注\n\n甲一,13800001111,好\n')
    expect(rowsOf(session)[0]).toMatchObject({ row: 5, fields: { name: '甲一', notes: '好' } })
  })

  it('an empty column is left out', async () => {
    const { columns } = (await importBytes('姓名,备注2\n甲一,\n')).plan()
    expect(columns[1]).toMatchObject({ target: 'ignore', mappedBy: 'none', reading: 'empty' })
  })

  it('as the person says, and everything is counted anew', async () => {
    const session = await importBytes('姓名,杂项\n,青梧示例有限公司\n甲一,\n')
    expect(session.plan()).toMatchObject({ goodRows: 1, badRows: 1 })
    await session.remap(['contactPerson', 'name'])
    expect(session.plan()).toMatchObject({ goodRows: 2, badRows: 0 })
    expect(session.plan().columns[1]).toMatchObject({ target: 'name', mappedBy: 'person' })
  })
})

describe('a row under its mapping', () => {
  it('keeps what it cannot read as written in the notes', async () => {
    const row = await importOne(
      '姓名,联系方式,首次接触,等级,客单价',
      '甲一,1.38001E+10,去年年底,A类,1.2万',
    )
    expect(row.fields).toMatchObject({ phone: null, firstContactOn: null, tier: 'normal' })
    expect(row.fields.notes?.split('\n')).toEqual([
      '联系方式: 1.38001E+10',
      '首次接触: 去年年底',
      '等级: A类',
      '客单价: 1.2万',
    ])
  })

  it('keeps a value that is too long for its field in the notes', async () => {
    const row = await importOne('姓名,行业', `甲一,${'很'.repeat(51)}`)
    expect(row.fields).toMatchObject({ industry: null, notes: `行业: ${'很'.repeat(51)}` })
  })

  it('cuts a name of more than 100 characters and keeps it whole in the notes', async () => {
    const name = '长'.repeat(101)
    const row = await importOne('客户名称', name)
    expect(row.fields).toMatchObject({ name: '长'.repeat(100), notes: `客户名称: ${name}` })
  })

  it('refuses a wrong identity number without losing it', async () => {
    const row = await importOne('姓名,身份证号', '甲一,110101199003070000')
    expect(row.fields).toMatchObject({ idCard: null, notes: '身份证号: 110101199003070000' })
  })

  it('unwraps what Excel wraps', async () => {
    const row = await importOne('姓名\t手机\t座机', '甲一\t="13800001111"\t\'0755-55501234')
    expect(row.fields).toMatchObject({ phone: '13800001111', notes: null })
    expect(row.points).toMatchObject([{ type: 'phone', raw: '0755-55501234', label: '座机' }])
  })

  it('makes the contact the customer where a list of firms has a private person', async () => {
    const session = await importBytes('公司,联系人\n示例有限公司,甲一\n,乙二\n')
    expect(rowsOf(session)[1]?.fields).toMatchObject({
      kind: 'person',
      name: '乙二',
      contactPerson: null,
    })
  })
})

describe('a table with ID numbers, read by somebody who may not store them', () => {
  const text = '姓名,身份证号,x\n甲一,11010519491231002X,110105194912310038\n'
  const targets = (session: { plan: () => { columns: { target: string }[] } }) =>
    session.plan().columns.map(({ target }) => target)

  it('leaves the columns out, also of the notes, and says how many', async () => {
    const session = await importBytes(text, null, false)
    expect(targets(session)).not.toContain('idCard')
    expect(session.plan().keptOut).toBe(1)
    await session.remap(['name', 'idCard', 'ignore'])
    expect(targets(session)).toEqual(['name', 'ignore', 'ignore'])
    expect(JSON.stringify(rowsOf(session))).not.toContain('11010519491231002X')
  })

  it('reads them for somebody who may', async () => {
    const session = await importBytes(text)
    expect(session.plan().keptOut).toBe(0)
    expect(targets(session)).toContain('idCard')
  })
})
