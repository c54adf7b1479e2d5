import { describe, expect, it } from 'vitest'
import {
  readCompanySize,
  readKind,
  readStage,
  readTier,
} from '../../../../../electron/jobs/import/readers/choices'
import { isCompanyName, isPersonName } from '../../../../../electron/jobs/import/readers/names'
import { readTags } from '../../../../../electron/jobs/import/readers/tags'

describe('words of a closed list', () => {
  it.each([
    ['企业', 'company'],
    ['个人客户', 'person'],
    ['B2B', 'company'],
    ['其他', null],
  ])('kind %s → %s', (text, kind) => expect(readKind(text)).toBe(kind))

  it.each([
    ['潜在客户', 'prospect'],
    ['意向', 'intent'],
    ['成交客户', 'won'],
    ['复购客户', 'repeat'],
    ['Closed  Lost', 'lost'],
    ['沉睡客户', null],
  ])('stage %s → %s', (text, stage) => expect(readStage(text)).toBe(stage))

  it.each([
    ['高价值', 'high'],
    ['潜力客户', 'potential'],
    ['普通', 'normal'],
    ['VIP', 'high'],
    ['A类', null],
  ])('tier %s → %s', (text, tier) => expect(readTier(text)).toBe(tier))

  it.each([
    ['100-500人', '100-500', true],
    ['85人', '20-99', false],
    ['120～300 人', '100-500', false],
    ['1000人以上', '1000+', true],
    ['少于20人', '1-19', true],
  ])('size %s → %s', (text, size, isExact) => {
    expect(readCompanySize(text)).toEqual({ size, isExact })
  })

  it.each(['50-200人', '很大', '0', '500人以上'])('size %s lies in no one band', (text) => {
    expect(readCompanySize(text)).toBeNull()
  })
})

describe('names', () => {
  it('of firms and people are told apart', () => {
    expect(isCompanyName('云岫示例科技有限公司')).toBe(true)
    expect(isCompanyName('Example Trading Co., Ltd.')).toBe(true)
    expect(isCompanyName('张知行')).toBe(false)
    expect(isPersonName('张知行')).toBe(true)
    expect(isPersonName('再说吧')).toBe(false)
  })
})

describe('tags of one cell', () => {
  it('are split at every separator, without # and repeats', () => {
    expect(readTags('职业技能提升、周末班,价格/服务；#加急|周末班')).toEqual([
      '职业技能提升',
      '周末班',
      '价格',
      '服务',
      '加急',
    ])
  })
})
