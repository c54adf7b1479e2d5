import { describe, expect, it } from 'vitest'
import type { Card } from '@shared/features/quick-add/card'
import type { PieceKind } from '@shared/features/quick-add/quick-add.enums'
import { readCard } from '@shared/features/quick-add/read-card.rules'

/** The pieces in words: `name 李建国 · phone 138…`. */
const said = ({ pieces }: Card) => pieces.map(({ kind, value }) => `${kind} ${value}`)
const of = (text: string, kind: PieceKind) =>
  readCard(text)
    .pieces.filter((one) => one.kind === kind)
    .map(({ value }) => value)

describe('the names on a card', () => {
  it.each([
    ['李建国', ['李建国']],
    ['姓名：李建国', ['李建国']],
    ['姓名　李建国', ['李建国']],
    ['联系人：王芳 13800001027', ['王芳']],
    ['欧阳修远', ['欧阳修远']],
    ['尉迟恭 13700001111', ['尉迟恭']],
    ['联系人 万俟明 电话 400-800-1234', ['万俟明']],
    ['阿依古丽·买买提\n13800001027', ['阿依古丽·买买提']],
    ['王先生，13800001027', ['王先生']],
    ['李总 13800001027', ['李总']],
    ['高经理 13800001027', ['高经理']],
    ['您好，我是青山食品有限公司的李建国', ['李建国']],
    ['你好，我叫周启明', ['周启明']],
    ['Li Jianguo\nPurchasing Manager', ['Li Jianguo']],
    ['Dr. Maria García López', ['Dr. Maria García López']],
    ['Name: Sean O’Neill', ['Sean O’Neill']],
    ['Contact: Anna van der Berg, Tel +31 20 555 0101', ['Anna van der Berg']],
  ])('are read from %j', (text, names) => {
    expect(of(text, 'name')).toEqual(names)
  })

  it.each([
    '谢谢',
    '周一',
    '高新区',
    '金牌',
    '黄金',
    '温州',
    '方案',
    '花店',
    'Best Regards',
    'Hong Kong',
  ])('are not seen in %s', (text) => {
    expect(of(text, 'name')).toEqual([])
  })
})

describe('the companies on a card', () => {
  it.each([
    ['杭州青山食品有限公司', '杭州青山食品有限公司'],
    ['公司：水月堂茶业（深圳）有限公司 采购部', '水月堂茶业（深圳）有限公司'],
    ['青山食品股份有限公司', '青山食品股份有限公司'],
    ['鲲池控股集团', '鲲池控股集团'],
    ['示例市第三机床厂', '示例市第三机床厂'],
    ['明德律师事务所', '明德律师事务所'],
    ['桃源里体验中心', '桃源里体验中心'],
    ['单位名称：青山小卖部', '青山小卖部'],
    ['我是青山食品有限公司的李建国', '青山食品有限公司'],
    ['Qingshan Foods Co., Ltd.', 'Qingshan Foods Co., Ltd.'],
    ['Solaris GmbH', 'Solaris GmbH'],
    ['Northwind Trading Inc.', 'Northwind Trading Inc.'],
    ['Company: Kunchi', 'Kunchi'],
    ['Ann Lee, Buyer, Solaris GmbH, +49 30 901820', 'Solaris GmbH'],
  ])('are read from %j', (text, company) => {
    expect(of(text, 'company')).toEqual([company])
  })
})

describe('the posts and departments on a card', () => {
  it.each([
    ['李建国 采购经理', 'position', ['采购经理']],
    ['李建国（副总经理）', 'position', ['副总经理']],
    ['采购经理李建国', 'position', ['采购经理']],
    ['李建国采购经理', 'position', ['采购经理']],
    ['采购部经理李建国', 'position', ['经理']],
    ['采购部经理李建国', 'department', ['采购部']],
    ['职务：华东区域销售总监', 'position', ['华东区域销售总监']],
    ['Purchasing Manager, East China', 'position', ['Purchasing Manager, East China']],
    ['Li Jianguo, Buyer', 'position', ['Buyer']],
    ['CEO', 'position', ['CEO']],
    ['Purchasing Department', 'department', ['Purchasing Department']],
  ] as const)('are read from %j as %s', (text, kind, values) => {
    expect(of(text, kind)).toEqual(values)
  })
})

describe('the numbers on a card', () => {
  it.each([
    ['手机：138 0000 1027', ['138 0000 1027']],
    ['１３８００００１０２７', ['13800001027']],
    ['+86 138-0000-1027', ['+86 138-0000-1027']],
    ['13800001027 13900002222', ['13800001027', '13900002222']],
    ['电话：0571-88001234 转 802', ['0571-88001234 转 802']],
    ['Tel: +86 571 8800 1234 ext. 802', ['+86 571 8800 1234 ext. 802']],
    ['(0755) 2600 1234', ['(0755) 2600 1234']],
    ['电话：0755-26001234/26005678', ['0755-26001234']],
    ['电话：0755-26001234、0755-26005678', ['0755-26001234', '0755-26005678']],
    ['电话：88001234', ['88001234']],
    ['热线 400-800-1234', ['400-800-1234']],
    ['Phone +49 30 901820', ['+49 30 901820']],
    ['T: +852 5555 0101', ['+852 5555 0101']],
    ['手机/微信：13900001111', ['13900001111']],
    ['日期 20261127 单号 1234567', []],
    ['传真：0571-88001235', []],
    ['账号：6222 0200 1380 0001 111', []],
    ['13800001027888', []],
  ])('of telephones are read from %j', (text, phones) => {
    expect(of(text, 'phone')).toEqual(phones)
  })

  it('of a fax are no telephone', () => {
    expect(of('电话 0571-88001234 传真 0571-88001235\nFax: +49 30 901821', 'fax')).toEqual([
      '0571-88001235',
      '+49 30 901821',
    ])
  })

  it.each([
    ['手机/微信：13900001111', ['13900001111']],
    ['13900001111（微信同号）', ['13900001111']],
    ['微信：13900001111', ['13900001111']],
    ['微信号: ouyang_xy88', ['ouyang_xy88']],
    ['VX：kunchi-2020', ['kunchi-2020']],
    ['WeChat ID: LiJianguo01', ['LiJianguo01']],
    ['微信沟通', []],
  ])('of WeChat are read from %j', (text, ids) => {
    expect(of(text, 'wechat')).toEqual(ids)
  })

  it.each([
    ['QQ：10000234', 'qq', '10000234'],
    ['邮箱：lijg@qingshan.example.com', 'email', 'lijg@qingshan.example.com'],
    ['jack.li+cn@mail.example.co.uk.', 'email', 'jack.li+cn@mail.example.co.uk'],
    ['官网：qingshan.example', 'website', 'qingshan.example'],
    ['see https://www.qingshan.example/a?b=1.', 'website', 'https://www.qingshan.example/a?b=1'],
    ['税号：91350100M000100Y43', 'creditCode', '91350100M000100Y43'],
    ['91350100m000100y43', 'creditCode', '91350100M000100Y43'],
    ['账号：6222 0200 1380 0001 111', 'bankAccount', '6222 0200 1380 0001 111'],
    ['身份证：11010519491231002X', 'idCard', '11010519491231002X'],
    ['性别：女', 'gender', 'female'],
    ['生日：1988年5月17日', 'birthDate', '1988-05-17'],
  ] as const)('of other kinds are read from %j', (text, kind, value) => {
    expect(of(text, kind)).toEqual([value])
  })

  it('with a wrong check digit stay a note', () => {
    expect(said(readCard('税号：91350100M000100Y44'))).toEqual(['note 税号：91350100M000100Y44'])
  })
})

describe('the addresses on a card', () => {
  it.each([
    '浙江省杭州市西湖区文三路 100 号青山大厦 3 楼',
    '上海市浦东新区示例路88弄5号',
    '义乌市北苑街道 12 号',
    '文三路 100 号',
    'No. 100 Wensan Road, Xihu District, Hangzhou 310000',
    'Hauptstrasse 5, 10115 Berlin',
  ])('are read from %s', (text) => {
    expect(of(text, 'address')).toEqual([text])
  })

  it('end before the receiver of a parcel', () => {
    expect(said(readCard('浙江省金华市义乌市北苑街道 12 号 尉迟恭 收'))).toEqual([
      'address 浙江省金华市义乌市北苑街道 12 号',
      'name 尉迟恭',
    ])
  })

  it.each(['我们在西湖区附近', '高新区'])('are not seen in %s', (text) => {
    expect(of(text, 'address')).toEqual([])
  })
})

describe('a whole card', () => {
  it('is read to the last word in Chinese', () => {
    const text = `李建国 采购经理
杭州青山食品有限公司
手机：138 0000 1027（微信同号）
电话：0571-88001234 转 802  传真：0571-88001235
邮箱：lijg@qingshan.example.com
地址：浙江省杭州市西湖区文三路 100 号青山大厦 3 楼
主营：礼盒、年货`
    expect(said(readCard(text))).toEqual([
      'name 李建国',
      'position 采购经理',
      'company 杭州青山食品有限公司',
      'phone 138 0000 1027',
      'phone 0571-88001234 转 802',
      'fax 0571-88001235',
      'email lijg@qingshan.example.com',
      'address 浙江省杭州市西湖区文三路 100 号青山大厦 3 楼',
      'note 主营：礼盒、年货',
      'wechat 138 0000 1027',
    ])
  })

  it('is read to the last word in English', () => {
    const text = `Best regards,
Li Jianguo (Jack)
Purchasing Manager
Qingshan Foods Co., Ltd.
M: +86 138-0000-1027
E: jack.li@qingshan.example.com`
    expect(said(readCard(text))).toEqual([
      'note Best regards',
      'name Li Jianguo (Jack)',
      'position Purchasing Manager',
      'company Qingshan Foods Co., Ltd.',
      'phone +86 138-0000-1027',
      'email jack.li@qingshan.example.com',
    ])
  })

  it('of an invoice head is a company with its numbers', () => {
    const text = `名称：鲲池机电有限公司
税号：91350100M000100Y43
地址、电话：杭州市滨江区江南大道 1 号 0571-88001234
开户行：示例银行滨江支行
账号：6222 0200 1380 0001 111`
    expect(said(readCard(text))).toEqual([
      'company 鲲池机电有限公司',
      'creditCode 91350100M000100Y43',
      'address 杭州市滨江区江南大道 1 号',
      'phone 0571-88001234',
      'note 开户行：示例银行滨江支行',
      'bankAccount 6222 0200 1380 0001 111',
    ])
  })

  it('marks each piece where it stood, its label included', () => {
    const text = '姓名：李建国，手机：138 0000 1027'
    const marks = readCard(text).pieces.map(({ span }) => span)
    expect(marks).toEqual([
      { from: 0, start: 3, end: 6, to: 6 },
      { from: 7, start: 10, end: 23, to: 23 },
    ])
  })
})
