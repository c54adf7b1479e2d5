import { foldText, squeezeNumber } from '@shared/core/text'
import { toPinyin } from './pinyin'
import type { customer } from './schema/customer'

type Stored = typeof customer.$inferSelect
type Searched = Pick<
  Stored,
  | ('name' | 'namePinyin' | 'nameInitials' | 'code' | 'externalId' | 'creditCode')
  | ('contactPerson' | 'phone' | 'phoneKind' | 'phoneNormalized' | 'email')
>

/**
 * The texts that the list looks through: names and codes, which everybody may search who may read the row, and apart from them
 * the contact details, which only those may search who see them whole (R084).
 */
export function toSearchColumns(row: Searched): Pick<Stored, 'searchText' | 'searchContact'> {
  const contact = row.contactPerson === null ? null : toPinyin(row.contactPerson, true)
  return {
    searchText: toLines([
      row.name,
      ...[row.namePinyin.replaceAll(' ', ''), row.nameInitials],
      ...[row.code, row.externalId, row.creditCode],
    ]),
    searchContact: toLines([
      row.contactPerson,
      ...[contact?.full, contact?.initials],
      row.phoneNormalized,
      row.phoneKind === 'mobile' ? null : row.phone,
      row.email,
    ]),
  }
}

/** Folded parts, each once, one a line: a search word holds no line break, so it never matches across two parts. */
export function toLines(parts: (string | null | undefined)[]): string {
  const lines = parts.flatMap((part) => {
    if (!part) return []
    const folded = foldText(part)
    return [folded, squeezeNumber(folded.replaceAll(' ', ''))]
  })
  return [...new Set(lines)].filter((line) => line.length > 0).join('\n')
}
