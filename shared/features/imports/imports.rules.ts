import type { CustomTarget, ImportColumn, ImportTarget } from './imports.schema'

/** Targets that can give a customer its name. */
const nameTargets: readonly ImportTarget[] = ['name', 'contactPerson']

export function customTarget(fieldId: number): CustomTarget {
  return `custom:${fieldId}`
}

/** The field that a target names, or null for a built-in one. */
export function customFieldOf(target: ImportTarget): number | null {
  return target.startsWith('custom:') ? Number(target.slice('custom:'.length)) : null
}

/** Without a name nothing can go in (R043). */
export function hasNameColumn(columns: readonly Pick<ImportColumn, 'target'>[]): boolean {
  return columns.some(({ target }) => nameTargets.includes(target))
}

/** How many columns have a field, go to the notes because there is no field, or stay out. */
export function countColumns(columns: readonly Pick<ImportColumn, 'target' | 'reading'>[]): {
  mapped: number
  inNotes: number
  ignored: number
} {
  const ignored = columns.filter(({ target }) => target === 'ignore').length
  const inNotes = columns.filter(({ reading }) => reading === 'kept-in-notes').length
  return { mapped: columns.length - ignored - inNotes, inNotes, ignored }
}

/**
 * A short mark of a header row, for remembering a mapping without keeping the header itself: FNV-1a over the names, 32 bits as
 * eight hex digits.
 */
export function headerSignature(headers: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const character of headers.join('\u001f')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
