const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
/** Texts that folding leaves alone, which is most of what a Chinese customer file holds. */
const plain = /^[\u4e00-\u9fffa-z0-9@._-]*$/
/** +86 that stands apart before a number: phones are stored without it. */
const countryCode = /(^| )(?:\+|00)86[ -]+(?=\d)/g
const numberMarks = /[-()+./#*]/g

/**
 * Folds the writing of a text, so that two ways of typing the same thing compare equal: compatibility forms and full width
 * (NFKC), letter case, invisible characters, runs of white space. Idempotent.
 */
export function foldText(value: string): string {
  if (plain.test(value)) return value
  const once = foldOnce(value)
  const twice = foldOnce(once)
  // A few letters change under NFKC only after their case was folded.
  return once === twice ? once : foldOnce(twice)
}

function foldOnce(value: string): string {
  return value
    .replace(/[\t\n\v\f\r]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The words of a search: folded, split at spaces, each once. A word of digits and phone marks (0755-1234) is reduced to its
 * digits, because that is how phones are stored for searching. At most 20 words count.
 */
export function searchWords(query: string): string[] {
  const words = foldText(query)
    .replace(countryCode, '$1')
    .split(' ')
    .map((word) => squeezeNumber(word))
    .filter((word) => word.length > 0)
  return [...new Set(words)].slice(0, 20)
}

/** Drops the marks inside a number, and 86 before a whole mobile number; any other word stays as it is. */
export function squeezeNumber(word: string): string {
  const bare = word.replace(numberMarks, '')
  return /^\d+$/.test(bare) ? bare.replace(/^0{0,2}86(?=1[3-9]\d{9}$)/, '') : word
}
