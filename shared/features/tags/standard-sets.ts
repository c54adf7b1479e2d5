import type { TagInput, TagSubgroup } from './tags.schema'

/** 零售 服务 制造: the trades that a set of usual tags is offered for (R040). */
export const standardSets = ['retail', 'service', 'manufacturing'] as const
export type StandardSet = (typeof standardSets)[number]
type Language = 'zh-CN' | 'en'

type Line = readonly [type: TagInput['type'], subgroup: TagSubgroup | null, zh: string, en: string]

/** One naming rule: what the customer wants, is worth or puts at risk, in two to six characters. */
const common: readonly Line[] = [
  ['need', 'price', '价格敏感', 'Price-sensitive'],
  ['need', 'service', '急需采购', 'Urgent need'],
  ['value', null, '可转介绍', 'Refers others'],
  ['risk', null, '可能流失', 'May leave'],
  ['risk', null, '投诉较多', 'Complains often'],
]

const lines: Record<StandardSet, readonly Line[]> = {
  retail: [
    ['need', 'feature', '新品偏好', 'Likes new arrivals'],
    ['need', 'feature', '礼品采购', 'Buys gifts'],
    ['need', 'price', '关注促销', 'Follows promotions'],
    ['need', 'service', '送货上门', 'Home delivery'],
    ['value', null, '会员常客', 'Regular member'],
    ['value', null, '客单价高', 'Large baskets'],
    ['risk', null, '退换货多', 'Returns often'],
    ...common,
  ],
  service: [
    ['need', 'feature', '定制方案', 'Tailored plan'],
    ['need', 'price', '按次付费', 'Pays per visit'],
    ['need', 'price', '包年优惠', 'Yearly plan'],
    ['need', 'service', '上门服务', 'On-site service'],
    ['need', 'service', '指定人员', 'Asks for one person'],
    ['value', null, '长期合作', 'Long-term'],
    ['risk', null, '常改约', 'Often reschedules'],
    ...common,
  ],
  manufacturing: [
    ['need', 'feature', '按图定制', 'Made to drawing'],
    ['need', 'feature', '质量认证', 'Certified quality'],
    ['need', 'price', '批量议价', 'Volume pricing'],
    ['need', 'service', '交期紧', 'Short lead time'],
    ['need', 'service', '驻厂支持', 'On-site support'],
    ['value', null, '年度框架', 'Framework contract'],
    ['value', null, '多厂采购', 'Several plants'],
    ['risk', null, '回款慢', 'Pays late'],
    ['risk', null, '单一产品', 'One product only'],
    ...common,
  ],
}

/** The tags of a set in a language, in their order. */
export function standardTags(
  set: StandardSet,
  language: Language,
): (TagInput & { subgroup: TagSubgroup | null })[] {
  return lines[set].map(([type, subgroup, zh, en]) => ({
    ...{ type, subgroup },
    name: language === 'en' ? en : zh,
  }))
}
