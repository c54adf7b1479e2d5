import { estimateGuesses, findPeriod, hasCommonCore, isDateLike } from './password-guesses'
import { foldText } from './text'

export const passwordProblems = ['password-common', 'password-personal', 'password-simple'] as const
/** Why a password is refused; the keys of `forms.errors`. */
export type PasswordProblem = (typeof passwordProblems)[number]

export type PasswordVerdict = {
  /** 0 very weak – 4 very strong. */
  score: 0 | 1 | 2 | 3 | 4
  problem: PasswordProblem | null
}

/** Below this many bits a password falls within hours, in spite of the slow key derivation. */
const refusedBits = 24
/** The same where all but digits and marks around it is a well-known word. */
const refusedCoreBits = 34
const scoreSteps = [refusedBits, 34, 44, 56] as const
/** A birthday with this many other characters is no longer what carries the password. */
const enoughBesideDate = 6

/**
 * Judges a new password (X1): what is well known, what follows from the person or the business, what is too regular.
 * `personal` holds names and phone numbers of the person and the name of the book, as written.
 */
export function judgePassword(password: string, personal: readonly string[]): PasswordVerdict {
  const { bits, common } = estimateGuesses(password)
  const problem = findProblem(password, personal, bits, common)
  const score = problem === null ? scoreSteps.filter((step) => bits >= step).length : 0
  return { score: score as PasswordVerdict['score'], problem }
}

/** What speaks against a new password beyond its length (see `newPassword`); null when nothing does. Throws nothing. */
export function checkNewPassword(
  password: string,
  personal: readonly string[],
): PasswordProblem | null {
  return judgePassword(password, personal).problem
}

function findProblem(
  password: string,
  personal: readonly string[],
  bits: number,
  common: boolean,
): PasswordProblem | null {
  const folded = foldText(password)
  if (common && bits < refusedBits) return 'password-common'
  if (bits < refusedCoreBits && hasCommonCore(password)) return 'password-common'
  if (isPersonal(folded, personal)) return 'password-personal'
  return bits < refusedBits || isRegular(folded) ? 'password-simple' : null
}

/** A group of up to four characters again and again, or nothing but fewer than 14 digits. */
function isRegular(folded: string): boolean {
  const period = findPeriod(folded)
  return (period !== null && period <= 4) || /^\d{0,13}$/.test(folded)
}

function isPersonal(folded: string, personal: readonly string[]): boolean {
  const bare = folded.replaceAll(' ', '')
  if (personal.flatMap(partsOf).some((part) => bare.includes(part))) return true
  return hasMobile(folded) || hasBirthday(bare)
}

/** The whole and its words: of Latin letters from three on (li would also hit delicious), of others from two on. */
function partsOf(entry: string): string[] {
  const folded = foldText(entry)
  const whole = folded.replaceAll(' ', '')
  const parts = folded.split(/[^\p{L}\p{N}]+/u)
  return [whole, ...parts].filter(
    (part) => [...part].length >= (/^[\p{Script=Latin}\d]*$/u.test(part) ? 3 : 2),
  )
}

/** A mobile number stands alone among the digits, with or without 86 before it. */
function hasMobile(folded: string): boolean {
  const runs = folded.replace(/(?<=\d)[ -](?=\d)/g, '').match(/\d+/g) ?? []
  return runs.some((run) => /^(0{0,2}86)?1[3-9]\d{9}$/.test(run))
}

function hasBirthday(bare: string): boolean {
  for (const length of [8, 6]) {
    if ([...bare].length - length >= enoughBesideDate) continue
    for (let start = 0; start + length <= bare.length; start++)
      if (isDateLike(bare.slice(start, start + length))) return true
  }
  return false
}
