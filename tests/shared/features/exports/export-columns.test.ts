import { describe, expect, it } from 'vitest'
import { type Role, roles } from '@shared/core/permissions'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import {
  exportCells,
  type ExportedCustomer,
  exportColumns,
  exportHead,
} from '@shared/features/exports/export-columns.rules'
import { exportWords } from '@shared/features/exports/export-words'
import { exportColumnNames } from '@shared/features/exports/exports.enums'
import chinese from '../../../../renderer/locales/zh-CN/common.json'
import chineseOfCustomers from '../../../../renderer/locales/zh-CN/customers.json'
import english from '../../../../renderer/locales/en/common.json'
import englishOfCustomers from '../../../../renderer/locales/en/customers.json'

const field = (id: number, name: string, rest: Partial<CustomField> = {}): CustomField => ({
  ...{ id, name, uid: `00000000-0000-7000-8000-00000000000${id}`, type: 'text', kinds: 'both' },
  ...{ groupName: null, options: [], requiredStages: [], archivedAt: null },
  ...rest,
})
const fields = [
  field(2, '渠道', { type: 'choice', options: [{ key: 'k1', label: '展会' }] }),
  field(1, '开票', { type: 'yes-no' }),
  field(3, '年合同额', { type: 'money' }),
]
const at = new Date(2024, 4, 15, 9, 5).getTime()
const company: ExportedCustomer = {
  ...{ name: '云岫示例', kind: 'company', code: 'K20240515-0001', externalId: null },
  ...{ stage: 'won', stageReason: null, lostReason: null, tier: 'high' },
  ...{ contactPerson: '林半夏', phone: '13800002468', email: null, gender: null },
  ...{
    birthDate: null,
    lunarBirthday: null,
    occupation: null,
    regionCode: '440305',
    address: '虚构路 9 号',
  },
  ...{ idCardMasked: null, bankAccountMasked: '**** **** 3333', industry: null },
  ...{ companySize: '20-99', foundedOn: null, creditCode: null, annualRevenue: 120_050 },
  ...{ source: null, referrerName: null, firstContactOn: null, need: null, preference: null },
  ...{ priceSensitivity: 'low', scenario: null, decisionMode: 'joint', decisionProcess: null },
  ...{ purchaseCycleDays: 30, expectedCloseOn: null, notes: null, nextFollowAt: at },
  ...{ lastInteractionAt: null, ownerName: '陈立夏', creatorName: '陈立夏' },
  ...{ createdAt: at, updatedAt: at },
  tags: [
    { type: 'need', name: '急用' },
    { type: 'need', name: '定制' },
    { type: 'risk', name: '账期长' },
  ],
  custom: [
    { fieldId: 1, value: '0' },
    { fieldId: 2, value: 'k1' },
  ],
}
const written = (role: Role, language: 'zh-CN' | 'en') => {
  const shape = { role, fields, language }
  const cells = exportCells(company, shape)
  return Object.fromEntries(exportHead(shape).map((head, index) => [head, cells[index]]))
}

describe('an exported table', () => {
  it('says everything in words: region, money in yuan, tags by type, custom fields by name in their order', () => {
    expect(written('owner', 'zh-CN')).toMatchObject({
      ...{ 客户名称: '云岫示例', 客户类型: '企业', 阶段: '成交', 等级: '高价值' },
      ...{ 省市区: '广东省深圳市南山区', '年营收（元）': '1200.5', '采购周期（天）': '30' },
      ...{ 需求标签: '急用、定制', 价值标签: '', 风险标签: '账期长', 规模: '20–99 人' },
      ...{ 下次跟进: '2024-05-15', 建档: '2024-05-15 09:05', 负责人: '陈立夏' },
      ...{ 渠道: '展会', 开票: '否', 年合同额: '' },
    })
    expect(Object.keys(written('owner', 'zh-CN')).slice(-3)).toEqual(['渠道', '开票', '年合同额'])
    expect(written('owner', 'en')).toMatchObject({
      ...{ 'Customer name': '云岫示例', Stage: 'Won', 'Annual revenue (yuan)': '1200.5' },
      ...{ 渠道: '展会', 开票: 'No' },
    })
  })

  it('has no column for what a role sees of no customer that it may export', () => {
    expect(exportColumns('owner')).toEqual(exportColumnNames)
    expect(exportColumns('manager')).toEqual(exportColumnNames)
    const hidden = exportColumnNames.filter((name) => !exportColumns('sales').includes(name))
    expect(hidden).toEqual(['idCard', 'bankAccount'])
    expect(Object.keys(written('finance', 'zh-CN'))).not.toContain('渠道')
    expect(exportColumns('finance')).not.toContain('phone')
    expect(exportColumns('finance')).not.toContain('needTags')
  })

  it.each(roles)('has as many cells as heads for %s', (role) => {
    const shape = { role, fields, language: 'en' } as const
    expect(exportCells(company, shape)).toHaveLength(exportHead(shape).length)
  })

  it('uses the words of the window', () => {
    for (const [language, common, ofCustomers] of [
      ['zh-CN', chinese, chineseOfCustomers],
      ['en', english, englishOfCustomers],
    ] as const) {
      const { kind, stage, tier, gender, companySize } = common
      const { priceSensitivity, decisionMode } = ofCustomers
      expect(exportWords[language]).toMatchObject({
        ...{ kind, stage, tier, gender, companySize, priceSensitivity, decisionMode },
      })
    }
  })

  it('calls no two columns alike', () => {
    for (const { heads } of Object.values(exportWords))
      expect(new Set(Object.values(heads)).size).toBe(exportColumnNames.length)
  })
})
