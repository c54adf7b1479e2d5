import type { Compared } from '@shared/features/duplicates/compared.rules'
import { brandOf } from '@shared/features/duplicates/names.rules'

/** Customers that share a key are compared; larger groups say nothing and would take for ever. */
const largestBlock = 60
/** Room for a million and more positions beside a hash of 32 bits in one exact number. */
const room = 2 ** 20

/** Pairs of positions worth comparing: an iterator over blocks of those that share a key. */
export function findBlocks(compared: readonly Compared[]): number[][] {
  if (compared.length > room) throw new Error('more customers than blocks can number')
  const entries: number[] = []
  compared.forEach((one, at) => {
    for (const key of blockKeys(one)) entries.push(hash(key) * room + at)
  })
  const sorted = Float64Array.from(entries).sort()
  const blocks: number[][] = []
  for (let start = 0; start < sorted.length;) {
    const key = Math.floor((sorted[start] ?? 0) / room)
    let end = start + 1
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / room) === key) end += 1
    if (end - start > 1 && end - start <= largestBlock)
      blocks.push([...new Set([...sorted.subarray(start, end)].map((entry) => entry % room))])
    start = end
  }
  return blocks
}

/**
 * What two customers that may be one have in common, one of these at least. A slip in a name leaves one of its halves or, with a
 * character left out of each, one of these texts alike.
 */
export function blockKeys({ kind, name, ...rest }: Compared): string[] {
  const { phones, emails, creditCode, idCardMask, birthDate, address, contactPerson } = rest
  const { core, reading } = name
  const keys = [
    ...phones.map(({ value }) => `p${value}`),
    ...emails.map(({ value }) => `e${value}`),
    `n${core}`,
  ]
  if (reading !== '') keys.push(`r${reading}`)
  if (creditCode !== '') keys.push(`c${creditCode}`)
  if (idCardMask !== '') keys.push(`i${idCardMask}${birthDate}`)
  // Common names fill whole blocks; with something more they are few.
  if (birthDate !== '') keys.push(`b${core}${birthDate}`)
  if (address !== '') keys.push(`a${core}${address}`)
  for (const { value } of phones)
    if (value.length >= 10) keys.push(`s${core}${value.slice(0, 5)}`, `t${core}${value.slice(-5)}`)
  if (kind === 'person') return keys
  const brand = brandOf(core)
  if (brand !== '' && brand !== core) keys.push(`n${brand}`)
  if (contactPerson !== '') keys.push(`m${[...core].slice(0, 2).join('')}${contactPerson}`)
  return [...keys, ...slips(core)]
}

/** The text with each character left out once: two texts one slip apart share one of these. */
function slips(core: string): string[] {
  const characters = [...core]
  if (characters.length < 4 || characters.length > 20) return []
  const without = characters.map((_, at) => `d${characters.toSpliced(at, 1).join('')}`)
  return [...without, `d${core}`]
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
