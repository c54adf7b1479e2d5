import { toIsoDate } from '@shared/core/dates'
import { customerFields } from '@shared/features/customers/customers.schema'
import { customTarget } from '@shared/features/imports/imports.rules'
import type { ImportRow } from '@shared/features/imports/import-row.schema'
import type { BuiltInTarget, PreviewRow } from '@shared/features/imports/imports.schema'

const shown = Object.keys(customerFields.shape) as (keyof ImportRow['fields'] & BuiltInTarget)[]
const textLength = 500

/** A row as it would be written, for the eye: filled fields only, choices by their keys. */
export function toPreview({
  row,
  fields,
  custom,
  tags,
  followUps,
  nextFollowAt,
}: ImportRow): PreviewRow {
  const cells = shown.flatMap((target): PreviewRow['cells'] => {
    const value = fields[target]
    return value === null ? [] : [{ target, text: cut(value) }]
  })
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

function cut(text: string): string {
  return text.length > textLength ? `${text.slice(0, textLength).toWellFormed()}…` : text
}
