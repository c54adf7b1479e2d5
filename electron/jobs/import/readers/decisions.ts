import type { DecisionMode, PriceSensitivity } from '@shared/features/customers/customers.enums'
import { choiceReader } from './choice-reader'

/** How much the price counts (R024). */
export const readPriceSensitivity = choiceReader<PriceSensitivity>({
  low: ['低', '不敏感', '较低', '弱', 'low', 'insensitive', 'not sensitive'],
  medium: ['中', '中等', '一般', '适中', 'medium', 'moderate', 'average'],
  high: ['高', '敏感', '很敏感', '较高', '强', 'high', 'sensitive', 'very sensitive'],
})

/** Who decides on a purchase (R024); the column may ask 是否自主决策. */
export const readDecisionMode = choiceReader<DecisionMode>({
  self: ['自己定', '自主决策', '自主', '个人', '本人', '是', 'self', 'alone', 'yes'],
  joint: [
    '和别人一起定',
    '共同决策',
    '共同',
    '家庭',
    '否',
    'joint',
    'together',
    'together with others',
    'shared',
    'no',
  ],
  organization: [
    '按单位流程',
    '单位',
    '公司',
    '企业',
    '采购流程',
    'organization',
    'company',
    'by company process',
  ],
})
