import { toIsoDate } from '@shared/core/dates'
import { formatYuan } from '@shared/core/money'
import { regionName } from '@shared/core/regions/regions'
import { customerFields } from '@shared/features/customers/customers.schema'
import { customTarget } from '@shared/features/imports/imports.rules'
import type { ImportRow } from '@shared/features/imports/import-row.schema'
import type { BuiltInTarget, PreviewRow } from '@shared/features/imports/imports.schema'

const shown = Object.keys(customerFields.shape) as (keyof ImportRow['fields'] & BuiltInTarget)[]
const pointTargets = [
  { target: 'otherPhones', type: 'phone' },
  { target: 'wechat', type: 'wechat' },
  { target: 'qq', type: 'qq' },
] as const
const textLength = 500

/** A row as it would be written, for the eye: filled fields only, choices by their keys. */
export function toPreview({
  row,
  fields,
  custom,
  tags,
  points,
  followUps,
  nextFollowAt,
}: ImportRow): PreviewRow {
  const cells = shown.flatMap((target): PreviewRow['cells'] => {
    const value = fields[target]
    return value === null ? [] : [{ target, text: cut(wordsOf(target, value)) }]
  })
  for (const { target, type } of pointTargets) {
    const raw = points.flatMap((point) => (point.type === type ? [point.raw] : []))
    if (raw.length > 0) cells.push({ target, text: cut(raw.join('、')) })
  }
  for (const [id, value] of Object.entries(custom))
    cells.push({ target: customTarget(Number(id)), text: cut(value) })
  if (nextFollowAt !== null) cells.push({ target: 'nextFollowAt', text: toIsoDate(nextFollowAt) })
  return {
    row,
    cells,
    tags,
    followUps: followUps.map(({ on, content }) => ({ on, content: cut(content) })),
  }
}

/** Numbers and codes as a person reads them. */
function wordsOf(target: BuiltInTarget, value: string | number): string {
  if (target === 'regionCode') return regionName(String(value), ' ')
  if (target === 'annualRevenue') return `¥${formatYuan(Number(value))}`
  return String(value)
}

function cut(text: string): string {
  return text.length > textLength ? `${text.slice(0, textLength).toWellFormed()}…` : text
}
