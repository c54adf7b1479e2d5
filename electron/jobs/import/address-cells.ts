import { findRegion } from '@shared/core/regions/find-region'
import { regionNames } from '@shared/core/regions/regions'
import { isBlank } from './cell'
import { type Draft, keepUnclear, setField, type SourceCell } from './draft'

/** Part of a division in a column of its own; read when all of them are there. */
export function noteRegionCell(draft: Draft, cell: SourceCell): void {
  if (!isBlank(cell.text)) draft.regionCells.push(cell)
}

/** An address as written; what it says of its division is looked at when the row is whole. */
export function readAddressCell(draft: Draft, cell: SourceCell): void {
  setField(draft, 'address', cell.text, cell)
}

/**
 * Division of the row: out of the columns 省, 市, 区 together, else out of the beginning of the address. Only what is certain
 * becomes a code; everything else stays as it was written (R012, R015, X13).
 */
export function settleRegion(draft: Draft): void {
  if (draft.regionCells.length > 0) {
    const found = findRegion(draft.regionCells.map(({ text }) => text).join(' '))
    const [first] = draft.regionCells
    if (first && found?.rest === '') setField(draft, 'regionCode', found.code, first)
    else for (const cell of draft.regionCells) keepUnclear(draft, 'region-unclear', cell)
  }
  splitAddress(draft)
}

function splitAddress({ fields, origins }: Draft): void {
  const { address, regionCode } = fields
  const cell = origins.address
  const found = typeof address === 'string' ? findRegion(address) : null
  if (found === null || cell === undefined) return
  // Where the columns say another place, or a place of which the address names only a part, the address stays whole.
  if (regionCode !== undefined && !isInside(found.code, String(regionCode))) return
  fields.regionCode = found.code
  origins.regionCode ??= cell
  fields.address = found.rest
}

/** Whether a division lies in another one, or is the same. */
function isInside(code: string, outer: string): boolean {
  const inner = regionNames(code)
  return regionNames(outer).every((name, index) => inner[index] === name)
}
