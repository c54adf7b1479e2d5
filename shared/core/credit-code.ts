const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** True for an 18-character 统一社会信用代码 with a right check character (GB 32100-2015): 31 − sum mod 31, where 31 is 0. */
export function isCreditCode(value: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value)) return false
  const sum = weights.reduce(
    (total, weight, at) => total + weight * alphabet.indexOf(value.charAt(at)),
    0,
  )
  return alphabet[(31 - (sum % 31)) % 31] === value[17]
}

/** Upper case, full width folded, spaces and dashes dropped. */
export function normalizeCreditCode(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()
}
