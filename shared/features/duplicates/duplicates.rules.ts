import type { DuplicateLevel, DuplicateReason } from './duplicates.enums'
import type { Compared, ComparedNumber } from './compared.rules'
import { brandOf, isOneSlip } from './names.rules'

export type PairScore = {
  /** 0–100: how sure it is that the two are one. Equal for both orders. */
  score: number
  reasons: DuplicateReason[]
}

/** Names agree: not at all, one is part of the other, alike, the same but for form, to the letter. */
type NameGrade = 0 | 1 | 2 | 3 | 4
/** Contact agrees: none in common, nothing to compare, a shared one, one slip apart, one, two. */
type ContactGrade = 'other' | 'unknown' | 'shared' | 'close' | 'one' | 'two'

/** From here on: 几乎肯定, 可能; below `hint` a pair is not worth a word. */
export const levelScores = { certain: 90, likely: 60, hint: 40 } as const

/**
 * Score by what two names and two sets of contacts say together. Read: companies of the same core with other phones are likely one;
 * two people of the same name are not, without anything else. A shared number alone says next to nothing (X12).
 */
const byNameAndContact: Record<
  'person' | 'company',
  Record<ContactGrade, readonly [number, number, number, number, number]>
> = {
  person: {
    two: [75, 90, 95, 98, 99],
    one: [55, 85, 92, 96, 98],
    close: [0, 40, 60, 78, 82],
    shared: [20, 40, 45, 70, 72],
    unknown: [0, 20, 25, 50, 50],
    other: [0, 10, 15, 40, 40],
  },
  company: {
    two: [70, 92, 96, 98, 99],
    one: [50, 88, 94, 97, 98],
    close: [0, 55, 70, 84, 88],
    shared: [20, 72, 78, 86, 90],
    unknown: [0, 40, 60, 78, 85],
    other: [0, 30, 52, 70, 78],
  },
}

/** What belongs to one customer only says more than any name. */
const identified = { sameCode: 97, sameNumber: 92, sameNumberOnly: 62 } as const
/** Two customers whose identity numbers differ are two, whatever else agrees. */
const identityCap = 39
/** At the same place under the same name: one customer, as a rule. */
const supports = { contactPerson: 10, address: 18, birthDate: 22 } as const
const doubts = { birthDate: 35, gender: 12, place: 18, kind: 20 } as const

/** How sure it is that two customers are one, and why (R050, R051, X12). Symmetric. */
export function scorePair(a: Compared, b: Compared): PairScore {
  const reasons: DuplicateReason[] = []
  const name = gradeNames(a, b, reasons)
  const contact = gradeContacts(a, b, reasons)
  const table = byNameAndContact[a.kind === 'person' && b.kind === 'person' ? 'person' : 'company']
  let score = table[contact][name]
  if (score > 0) score += supportOf(a, b, name, reasons) - doubtOf(a, b, reasons)
  const known = identify(a, b, name, reasons)
  if (known === 'other') score = Math.min(score, identityCap)
  else score = Math.max(score, known)
  return { score: Math.max(0, Math.min(100, score)), reasons }
}

/** The level of a score, or null where it is not worth a word. */
export function levelOf(score: number): DuplicateLevel | null {
  if (score >= levelScores.certain) return 'certain'
  if (score >= levelScores.likely) return 'likely'
  return score >= levelScores.hint ? 'hint' : null
}

function gradeNames(a: Compared, b: Compared, reasons: DuplicateReason[]): NameGrade {
  const [mine, other] = [a.name, b.name]
  const grade = (value: NameGrade, reason: DuplicateReason): NameGrade => {
    reasons.push(reason)
    return value
  }
  if (mine.whole === other.whole) return grade(4, 'same-name')
  if (mine.core === other.core) return grade(3, 'same-core')
  if (mine.reading !== '' && mine.reading === other.reading) return grade(2, 'same-reading')
  const shortest = Math.min([...mine.core].length, [...other.core].length)
  const isPerson = a.kind === 'person' && b.kind === 'person'
  if (shortest >= (isPerson ? 2 : 4) && isOneSlip(mine.core, other.core)) {
    const isSwap = [...mine.core].sort().join('') === [...other.core].sort().join('')
    if (shortest >= 3 || isSwap) return grade(2, 'similar-name')
    // 林知 and 林知秋: too short to be sure of a slip.
    if (mine.core.length !== other.core.length) return grade(1, 'part-of-name')
  }
  if (!isPerson && isPartOf(mine.core, other.core)) return grade(1, 'part-of-name')
  return 0
}

/** 华强 and 华强电子科技: the whole of the shorter one, or its proper name, begins the longer one. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if ([...short].length >= 3 && long.includes(short)) return true
  const brand = brandOf(short)
  return brand !== '' && brand === brandOf(long)
}

function gradeContacts(a: Compared, b: Compared, reasons: DuplicateReason[]): ContactGrade {
  const phone = compareNumbers(a.phones, b.phones)
  const email = compareNumbers(a.emails, b.emails)
  if (phone === 'same') reasons.push('same-phone')
  if (email === 'same') reasons.push('same-email')
  if (phone === 'shared') reasons.push('shared-phone')
  if (email === 'shared') reasons.push('shared-email')
  if (phone === 'same' && email === 'same') return 'two'
  if (phone === 'same' || email === 'same') return 'one'
  if (a.phones.some(({ value }) => b.phones.some((other) => isOneDigitOff(value, other.value)))) {
    reasons.push('close-phone')
    return 'close'
  }
  if (phone === 'shared' || email === 'shared') return 'shared'
  return phone === 'other' || email === 'other' ? 'other' : 'unknown'
}

/** `other`: both have some and none in common. */
function compareNumbers(
  mine: readonly ComparedNumber[],
  others: readonly ComparedNumber[],
): 'same' | 'shared' | 'other' | 'unknown' {
  if (mine.length === 0 || others.length === 0) return 'unknown'
  let found: 'shared' | 'other' = 'other'
  for (const { value, isShared } of mine)
    for (const other of others)
      if (value === other.value) {
        if (!isShared && !other.isShared) return 'same'
        found = 'shared'
      }
  return found
}

/** Mobile numbers with one digit other, missing or too many, or two swapped; others are too short to tell. */
function isOneDigitOff(a: string, b: string): boolean {
  if (a === b || Math.max(a.length, b.length) < 10 || Math.abs(a.length - b.length) > 1)
    return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1))
    return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

function supportOf(a: Compared, b: Compared, name: NameGrade, reasons: DuplicateReason[]): number {
  // Households and buildings share these; they add to a name and stand for nothing without one.
  if (name === 0) return 0
  let support = 0
  if (a.contactPerson !== '' && a.contactPerson === b.contactPerson) {
    reasons.push('same-contact-person')
    support += supports.contactPerson
  }
  if (a.address.length >= 6 && a.address === b.address) {
    reasons.push('same-address')
    support += supports.address
  }
  if (a.birthDate !== '' && a.birthDate === b.birthDate && a.kind === b.kind) {
    reasons.push('same-birth-date')
    support += supports.birthDate
  }
  return support
}

function doubtOf(a: Compared, b: Compared, reasons: DuplicateReason[]): number {
  let doubt = a.kind === b.kind ? 0 : doubts.kind
  const differs = (one: string, other: string) => one !== '' && other !== '' && one !== other
  if (differs(a.birthDate, b.birthDate)) {
    reasons.push('other-birth-date')
    doubt += doubts.birthDate
  }
  if (differs(a.gender, b.gender)) {
    reasons.push('other-gender')
    doubt += doubts.gender
  }
  if (differs(a.name.place, b.name.place)) {
    reasons.push('other-place')
    doubt += doubts.place
  }
  return doubt
}

/** The score that an identity number gives by itself, 0 without one, `other` where two are known and differ. */
function identify(
  a: Compared,
  b: Compared,
  name: NameGrade,
  reasons: DuplicateReason[],
): number | 'other' {
  if (a.creditCode !== '' && b.creditCode !== '') {
    const isSame = a.creditCode === b.creditCode
    reasons.push(isSame ? 'same-credit-code' : 'other-credit-code')
    return isSame ? identified.sameCode : 'other'
  }
  if (a.idCardMask !== '' && b.idCardMask !== '') {
    const isSame = a.idCardMask === b.idCardMask
    reasons.push(isSame ? 'same-id-number' : 'other-id-number')
    if (!isSame) return 'other'
    // Only a part of the number is visible: it needs a name to go with it.
    return name >= 2 ? identified.sameNumber : identified.sameNumberOnly
  }
  return 0
}
