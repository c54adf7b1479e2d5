import { type ImportRow, importRow } from '@shared/features/imports/import-row.schema'
import { stages, tiers } from '@shared/features/customers/customers.enums'

const surnames = ['单', '曾', '林', '欧阳', '苏', '尉迟']
const givenNames = ['知秋', '半夏', '示例', '云岫', '喆', '若水']
const needs = ['价格敏感', '周末班', '急需采购', '定制']

/** Invented rows as the job process hands them over, the same for the same numbers. */
export function importRowsOf(count: number): ImportRow[] {
  return Array.from({ length: count }, (_, index) => importRowOf(index))
}

/** One invented row: person or company by turns, with a tag or two and up to two entries. */
export function importRowOf(index: number): ImportRow {
  const pick = <T>(list: readonly T[], step = 1): T => {
    const item = list[Math.floor(index / step) % list.length]
    if (item === undefined) throw new Error('empty list')
    return item
  }
  const person = `${pick(surnames)}${pick(givenNames, surnames.length)}`
  const stage = pick(stages)
  return importRow.parse({
    row: index + 2,
    fields: {
      kind: index % 2 === 0 ? 'person' : 'company',
      name: index % 2 === 0 ? person : `${person}示例商贸${index}号店`,
      contactPerson: index % 2 === 0 ? null : person,
      phone: `1380000${String(index % 10_000).padStart(4, '0')}`,
      email: `k${index}@example.com`,
      industry: '教育培训',
      need: '虚构的需求',
      notes: '虚构的备注，只用于测试。'.repeat(1 + (index % 5)),
      externalId: `X${index}`,
      stage,
      lostReason: stage === 'lost' ? '价格' : null,
      tier: pick(tiers),
    },
    tags: [
      { type: 'need', name: pick(needs) },
      { type: 'value', name: '老客户' },
    ],
    followUps: Array.from({ length: index % 3 }, (_, entry) => ({
      on: entry === 0 ? '2023-10-22' : null,
      content: `虚构的跟进 ${entry}`,
    })),
    nextFollowAt: index % 4 === 0 ? 1_716_000_000_000 + index * 60_000 : null,
  })
}
