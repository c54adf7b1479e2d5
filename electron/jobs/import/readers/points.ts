import { isSamePoint } from '@shared/features/contacts/contacts.rules'
import { mostPoints } from '@shared/features/contacts/contacts.schema'
import type { PointType } from '@shared/features/contacts/contacts.enums'
import type { Draft } from '../draft'

/** Headers that say whose number it is or what for; 电话2 says nothing. */
const telling = /家|办公|公司|座机|固话|固定|传真|配偶|父|母|home|work|office|business|fax/i

/**
 * Adds a further way to reach the customer; one that is there already in another writing is not added twice (R050).
 * @returns false when there are too many, or it is too long
 */
export function addPoint(
  draft: Draft,
  { type, raw, label }: { type: PointType; raw: string; label: string | null },
): boolean {
  if (draft.points.some((other) => isSamePoint(other, { type, raw }))) return true
  if (draft.points.length >= mostPoints || [...raw].length > 100) return false
  draft.points.push({ ...{ id: null, type, raw }, label: cut(label), shared: false })
  return true
}

/** What a header tells about the numbers under it, or null. */
export function labelOfHeader(header: string): string | null {
  return telling.test(header) ? header.trim() : null
}

/** Several ids in one cell: by the marks that no id has. */
export function splitIds(text: string): string[] {
  return text
    .split(/[、,，;；|/\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * The main phone is the first number that the row has, and stands only there; what a mapping put among the further ones only is
 * moved up.
 */
export function settlePhones(draft: Draft): void {
  const main = draft.fields.phone
  if (main === undefined) {
    const first = draft.points.find(({ type, raw }) => type === 'phone' && [...raw].length <= 40)
    if (!first) return
    draft.fields.phone = first.raw
    draft.points = draft.points.filter((point) => point !== first)
    return
  }
  const first = { type: 'phone', raw: String(main) } as const
  draft.points = draft.points.filter((point) => !isSamePoint(point, first))
}

function cut(label: string | null): string | null {
  return label === null ? null : [...label].slice(0, 30).join('').trim() || null
}
