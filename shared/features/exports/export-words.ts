import type {
  CompanySize,
  CustomerKind,
  DecisionMode,
  Gender,
  PriceSensitivity,
  Stage,
  Tier,
} from '../customers/customers.enums'
import type { WordLanguage } from '../custom-fields/custom-values.rules'
import type { ExportColumn } from './exports.enums'

type Words = {
  /** Such that the import finds the field again. */
  heads: Record<ExportColumn, string>
  kind: Record<CustomerKind, string>
  stage: Record<Stage, string>
  tier: Record<Tier, string>
  gender: Record<Gender, string>
  companySize: Record<CompanySize, string>
  priceSensitivity: Record<PriceSensitivity, string>
  decisionMode: Record<DecisionMode, string>
}

const chinese: Words = {
  heads: {
    ...{ name: '客户名称', kind: '客户类型', code: '编号', externalId: '原编号' },
    ...{ stage: '阶段', stageReason: '阶段说明', lostReason: '流失原因', tier: '等级' },
    ...{ contactPerson: '联系人', phone: '电话', email: '邮箱' },
    ...{ gender: '性别', birthDate: '出生日期', lunarBirthday: '农历生日', occupation: '职业' },
    ...{ regionCode: '省市区', address: '地址' },
    ...{ idCard: '身份证号（已遮住）', bankAccount: '银行账号（已遮住）' },
    ...{ industry: '行业', companySize: '规模', foundedOn: '成立日期' },
    ...{ creditCode: '统一社会信用代码', annualRevenue: '年营收（元）' },
    ...{ source: '来源', referrer: '介绍人', firstContactOn: '首次接触' },
    ...{ need: '需求', preference: '看重', priceSensitivity: '价格敏感', scenario: '使用场景' },
    ...{ decisionMode: '谁拍板', decisionProcess: '决策流程' },
    ...{ purchaseCycleDays: '采购周期（天）', expectedCloseOn: '预计成交' },
    ...{ needTags: '需求标签', valueTags: '价值标签', riskTags: '风险标签' },
    ...{ nextFollowAt: '下次跟进', lastInteractionAt: '上次往来', owner: '负责人' },
    ...{ creator: '建档人', createdAt: '建档', updatedAt: '更新', notes: '备注' },
  },
  kind: { person: '个人', company: '企业' },
  stage: { prospect: '潜在', intent: '意向', won: '成交', repeat: '复购', lost: '流失' },
  tier: { high: '高价值', potential: '潜力', normal: '普通' },
  gender: { male: '男', female: '女' },
  companySize: {
    ...{ '1-19': '1–19 人', '20-99': '20–99 人', '100-500': '100–500 人' },
    ...{ '501-1000': '501–1000 人', '1000+': '1000 人以上' },
  },
  priceSensitivity: { low: '低', medium: '中', high: '高' },
  decisionMode: { self: '自己定', joint: '和别人一起定', organization: '按单位流程' },
}

const english: Words = {
  heads: {
    ...{ name: 'Customer name', kind: 'Kind', code: 'ID', externalId: 'Former code' },
    ...{ stage: 'Stage', stageReason: 'Stage note', lostReason: 'Lost reason', tier: 'Tier' },
    ...{ contactPerson: 'Contact', phone: 'Phone', email: 'E-mail' },
    ...{
      gender: 'Gender',
      birthDate: 'Date of birth',
      lunarBirthday: 'Lunar birthday',
      occupation: 'Occupation',
    },
    ...{ regionCode: 'Region', address: 'Address' },
    ...{ idCard: 'ID number (masked)', bankAccount: 'Bank account (masked)' },
    ...{ industry: 'Industry', companySize: 'Company size', foundedOn: 'Founded on' },
    ...{ creditCode: 'Credit code', annualRevenue: 'Annual revenue (yuan)' },
    ...{ source: 'Source', referrer: 'Referred by', firstContactOn: 'First contact' },
    ...{ need: 'Needs', preference: 'Preferences', priceSensitivity: 'Price sensitivity' },
    ...{ scenario: 'Scenario', decisionMode: 'Who decides', decisionProcess: 'Decision process' },
    ...{ purchaseCycleDays: 'Purchase cycle (days)', expectedCloseOn: 'Expected close' },
    ...{ needTags: 'Need tags', valueTags: 'Value tags', riskTags: 'Risk tags' },
    ...{ nextFollowAt: 'Next follow-up', lastInteractionAt: 'Last contact', owner: 'Owner' },
    ...{ creator: 'Created by', createdAt: 'Created', updatedAt: 'Updated', notes: 'Notes' },
  },
  kind: { person: 'Person', company: 'Company' },
  stage: { prospect: 'Lead', intent: 'Interested', won: 'Won', repeat: 'Repeat', lost: 'Lost' },
  tier: { high: 'High value', potential: 'Potential', normal: 'Standard' },
  gender: { male: 'Male', female: 'Female' },
  companySize: {
    ...{ '1-19': '1–19 people', '20-99': '20–99 people', '100-500': '100–500 people' },
    ...{ '501-1000': '501–1000 people', '1000+': 'More than 1000 people' },
  },
  priceSensitivity: { low: 'Low', medium: 'Medium', high: 'High' },
  decisionMode: {
    ...{ self: 'Alone', joint: 'Together with others', organization: 'By company process' },
  },
}

/** Heads and words of exported tables, which are written where no locale of the window is; they say what the window says. */
export const exportWords: Readonly<Record<WordLanguage, Words>> = { 'zh-CN': chinese, en: english }
