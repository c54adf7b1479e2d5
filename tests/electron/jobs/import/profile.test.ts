import { describe, expect, it } from 'vitest'
import { importBytes, importOne, rowsOf } from './import-text'

async function problemsOf(headers: string, cells: string): Promise<[string, string][]> {
  const { problems } = (await importBytes(`${headers}\n${cells}\n`)).plan()
  return problems.map(({ code, value }) => [code, value])
}

describe('columns of the profile find their fields', () => {
  it('by Chinese headers', async () => {
    const { columns } = (
      await importBytes(
        '客户名称,职业,年营收（万元）,统一社会信用代码,省份,城市,区县,详细地址,购买偏好,价格敏感度,使用场景,决策方式,采购流程,采购周期（天）,预计成交时间\n甲一,会计,300,,广东省,深圳市,南山区,示例路,交期,中,办公,自主,比价,26,2027-01-15\n',
      )
    ).plan()
    expect(columns.slice(1).map(({ target }) => target)).toEqual([
      ...['occupation', 'annualRevenue', 'creditCode', 'regionCode', 'regionCode', 'regionCode'],
      ...['address', 'preference', 'priceSensitivity', 'scenario', 'decisionMode'],
      ...['decisionProcess', 'purchaseCycleDays', 'expectedCloseOn'],
    ])
  })

  it('by English headers', async () => {
    const { columns } = (
      await importBytes(
        'Company,Job title,Annual revenue,Province,City,Preference,Price sensitivity,Use case,Decision process,Purchase cycle,Expected close date\nExample Ltd,Buyer,3 million,广东省,深圳市,service,high,office,by board,3 weeks,2027-01-15\n',
      )
    ).plan()
    expect(columns.slice(1).map(({ target }) => target)).toEqual([
      ...['occupation', 'annualRevenue', 'regionCode', 'regionCode', 'preference'],
      ...['priceSensitivity', 'scenario', 'decisionProcess', 'purchaseCycleDays'],
      'expectedCloseOn',
    ])
  })

  it('but a sales region of one’s own is no division', async () => {
    const { columns } = (await importBytes('客户名称,地区\n甲一,华南大区\n乙二,海外\n')).plan()
    expect(columns[1]?.target).toBe('notes')
  })
})

describe('a division', () => {
  it('comes out of an address where it leaves no doubt', async () => {
    const { fields } = await importOne('客户名称,地址', '甲一,广东省深圳市南山区示例路 1 号')
    expect(fields).toMatchObject({ regionCode: '440305', address: '示例路 1 号', notes: null })
  })

  it.each(['朝阳区示例路 1 号', '上海路 12 号', '12 Example Road'])(
    'is not invented for %s',
    async (address) => {
      const { fields } = await importOne('客户名称,地址', `甲一,${address}`)
      expect(fields).toMatchObject({ regionCode: null, address })
    },
  )

  it('comes out of columns of its own, together', async () => {
    const { fields } = await importOne('客户名称,省,市,区,地址', '甲一,吉林,长春市,朝阳区,示例路')
    expect(fields).toMatchObject({ regionCode: '220104', address: '示例路' })
  })

  it('of columns agrees with the address, or the address stays whole', async () => {
    const head = '客户名称,省市区,地址'
    const same = await importOne(head, '甲一,广东省深圳市,广东省深圳市南山区示例路')
    expect(same.fields).toMatchObject({ regionCode: '440305', address: '示例路' })
    const other = await importOne(head, '甲一,广东省深圳市,江苏省昆山市示例路')
    expect(other.fields).toMatchObject({ regionCode: '440300', address: '江苏省昆山市示例路' })
  })

  it('that is not understood is kept as written and said', async () => {
    const head = '客户名称,省,市'
    const text = `${head}\n甲一,广东省,深圳市\n乙二,广东省,新示例市\n`
    const session = await importBytes(text)
    expect(rowsOf(session)[1]?.fields).toMatchObject({
      regionCode: null,
      notes: '省: 广东省\n市: 新示例市',
    })
    expect(session.plan().problems.map(({ code }) => code)).toEqual([
      'region-unclear',
      'region-unclear',
    ])
  })
})

describe('a sum', () => {
  it.each([
    ['年营收', '1200.50', 120_050],
    ['年营收（万元）', '300', 300_000_000],
    ['年营收（亿元）', '1.2', 12_000_000_000],
    ['年营收（万元）', '2 亿元', 20_000_000_000],
    ['Annual revenue', '3 million', 300_000_000],
  ])('of the column %s with %s is exact', async (header, cell, fen) => {
    const { fields } = await importOne(`客户名称,${header}`, `示例有限公司,${cell}`)
    expect(fields.annualRevenue).toBe(fen)
  })

  it.each(['300-500万', '约 300 万', '$ 300', '保密'])(
    'such as %s is kept as written and said',
    async (cell) => {
      const { fields } = await importOne('客户名称,年营收', `示例有限公司,${cell}`)
      expect(fields).toMatchObject({ annualRevenue: null, notes: `年营收: ${cell}` })
      expect(await problemsOf('客户名称,年营收', `示例有限公司,${cell}`)).toEqual([
        ['sum-unclear', cell],
      ])
    },
  )
})

describe('a purchase cycle', () => {
  it.each([
    ['采购周期', '26', 26, null],
    ['采购周期', '26 天', 26, null],
    ['采购周期', '每 2 周', 14, null],
    ['Purchase cycle', '3 weeks', 21, null],
    ['采购周期（月）', '2', 60, '采购周期（月）: 2'],
    ['采购周期', '每季度', 91, '采购周期: 每季度'],
  ])('%s: %s is %i days', async (header, cell, days, notes) => {
    const { fields } = await importOne(`客户名称,${header}`, `甲一,${cell}`)
    expect(fields).toMatchObject({ purchaseCycleDays: days, notes })
  })

  it.each(['不定', '0', '99 年'])('such as %s is kept as written and said', async (cell) => {
    const { fields } = await importOne('客户名称,采购周期', `甲一,${cell}`)
    expect(fields).toMatchObject({ purchaseCycleDays: null, notes: `采购周期: ${cell}` })
    expect(await problemsOf('客户名称,采购周期', `甲一,${cell}`)).toEqual([['value-unknown', cell]])
  })
})

describe('a lunar birthday', () => {
  it.each([
    ['农历生日', '八月十五', '08-15'],
    ['农历生日', '闰六月初五', 'L06-05'],
    ['Lunar birthday', 'L06-05', 'L06-05'],
    ['生日', '农历八月十五', '08-15'],
  ])('in the column %s as %s is the day %s', async (header, cell, lunarBirthday) => {
    const { fields } = await importOne(`客户名称,${header}`, `甲一,${cell}`)
    expect(fields).toMatchObject({ lunarBirthday, birthDate: null, notes: null })
  })

  it('that is none is kept as written and said', async () => {
    const { fields } = await importOne('客户名称,农历生日', '甲一,中秋前后')
    expect(fields).toMatchObject({ lunarBirthday: null, notes: '农历生日: 中秋前后' })
    expect(await problemsOf('客户名称,农历生日', '甲一,中秋前后')).toEqual([
      ['date-unclear', '中秋前后'],
    ])
  })
})

describe('choices and words of the profile', () => {
  it('are read in both languages', async () => {
    const { fields } = await importOne(
      '客户名称,价格敏感度,决策方式,看重,使用场景,决策流程,预计成交时间,职业',
      '甲一,敏感,共同,售后,家庭,夫妻商量,2027年1月15日,会计',
    )
    expect(fields).toMatchObject({
      ...{ priceSensitivity: 'high', decisionMode: 'joint', preference: '售后' },
      ...{ scenario: '家庭', decisionProcess: '夫妻商量', expectedCloseOn: '2027-01-15' },
      occupation: '会计',
    })
  })

  it('that are not known stay as written', async () => {
    const { fields } = await importOne('客户名称,价格敏感度', '甲一,看心情')
    expect(fields).toMatchObject({ priceSensitivity: null, notes: '价格敏感度: 看心情' })
  })

  it('show in the preview as a person reads them', async () => {
    const { preview } = (
      await importBytes('客户名称,年营收,地址\n示例有限公司,300万,广东省深圳市南山区示例路\n')
    ).plan()
    expect(preview[0]?.cells).toEqual(
      expect.arrayContaining([
        { target: 'annualRevenue', text: '¥3,000,000' },
        { target: 'regionCode', text: '广东省 深圳市 南山区' },
        { target: 'address', text: '示例路' },
      ]),
    )
  })
})
