import {
  type CompanySize,
  type CustomerKind,
  type Gender,
  type Stage,
  type Tier,
} from '@shared/features/customers/customers.enums'
import { foldCell } from '../cell'
import { choiceReader, type ChoiceWords } from './choice-reader'

const kinds: ChoiceWords<CustomerKind> = {
  person: [
    '个人',
    '个人客户',
    '自然人',
    '散客',
    '消费者',
    'person',
    'individual',
    'personal',
    'b2c',
    'consumer',
  ],
  company: [
    '企业',
    '企业客户',
    '公司',
    '公司客户',
    '单位',
    '机构',
    '组织',
    '法人',
    'company',
    'business',
    'organization',
    'organisation',
    'b2b',
    'enterprise',
    'corporate',
  ],
}
const stages: ChoiceWords<Stage> = {
  prospect: ['潜在', '潜在客户', '线索', '新线索', '待开发', 'prospect', 'lead', 'new'],
  intent: [
    '意向',
    '意向客户',
    '有意向',
    '商机',
    '洽谈中',
    'intent',
    'interested',
    'opportunity',
    'qualified',
  ],
  won: ['成交', '成交客户', '已成交', '已签约', '签约', 'won', 'closed won', 'customer', 'deal'],
  repeat: ['复购', '复购客户', '已复购', '回头客', 'repeat', 'repeat customer', 'returning'],
  lost: ['流失', '流失客户', '已流失', '丢单', 'lost', 'churned', 'closed lost'],
}
const tiers: ChoiceWords<Tier> = {
  high: [
    '高价值',
    '高价值客户',
    '重点',
    '重点客户',
    '重要客户',
    'vip',
    'vip客户',
    'high',
    'high value',
    'key',
  ],
  potential: ['潜力', '潜力客户', '潜在价值', 'potential'],
  normal: ['普通', '普通客户', '一般', '一般客户', 'normal', 'regular', 'standard'],
}
const genders: ChoiceWords<Gender> = {
  male: ['男', '男性', '先生', '男士', 'm', 'male', 'mr', 'mr.'],
  female: ['女', '女性', '女士', '小姐', 'f', 'female', 'ms', 'mrs', 'ms.', 'mrs.'],
}

/** 个人/企业 and their synonyms in both languages (R039); null for a word that is not known. */
export const readKind = choiceReader(kinds)
/** 潜在 意向 成交 复购 流失 (R038). */
export const readStage = choiceReader(stages)
/** 高价值 潜力 普通 (R039, X14). */
export const readTier = choiceReader(tiers)
export const readGender = choiceReader(genders)

/**
 * Company size by head count (R012, R042): a band as written, or a number or range that lies inside one band. `isExact` is
 * false when the cell said more than the band does.
 */
export function readCompanySize(text: string): { size: CompanySize; isExact: boolean } | null {
  const value = foldCell(text)
    .replace(/[,\s]|人|名|员工|左右|约|people|employees/gi, '')
    .replace(/[~–—至到]/g, '-')
  const above =
    /^(?:>|≥|大于|超过)?(\d{1,7})(?:\+|以上)$|^(?:>|≥|大于|超过|morethan|over)(\d{1,7})$/i.exec(
      value,
    )
  if (above) return Number(above[1] ?? above[2]) >= 1000 ? { size: '1000+', isExact: true } : null
  const below = /^(?:<|少于|小于|不足)(\d{1,7})$|^(\d{1,7})以下$/.exec(value)
  if (below) return Number(below[1] ?? below[2]) <= 20 ? { size: '1-19', isExact: true } : null
  const range = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(value)
  if (!range) return null
  const low = Number(range[1])
  const high = Number(range[2] ?? range[1])
  const size = bandOf(low)
  if (size === null || size !== bandOf(high) || high < low) return null
  return { size, isExact: value === size }
}

function bandOf(heads: number): CompanySize | null {
  if (heads < 1) return null
  if (heads < 20) return '1-19'
  if (heads < 100) return '20-99'
  if (heads <= 500) return '100-500'
  return heads <= 1000 ? '501-1000' : '1000+'
}
