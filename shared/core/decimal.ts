const written = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?([万亿]?)$/
const unitDigits = { '': 0, 万: 4, 亿: 8 } as const

/**
 * Reads a decimal number as people write it, exactly: thousands commas, full width, a true minus, 万 and 亿 (3.5万). Never
 * rounds: more digits behind the point than `digits` are no number of this kind.
 * @param digits of the scale: 2 reads yuan into 分, 6 reads into millionths
 * @returns an integer in units of the scale, or null for what is no such number or too large to be exact
 */
export function parseDecimal(text: string, digits: number): number | null {
  const match = written.exec(text.normalize('NFKC').replaceAll('−', '-').replace(/\s/g, ''))
  if (!match) return null
  const [, sign, whole = '', fraction = '', unit = ''] = match
  if (whole === '' && fraction === '') return null
  const room = digits + unitDigits[unit as keyof typeof unitDigits]
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > room) return null
  const size = Number(BigInt(whole.replaceAll(',', '') + kept.padEnd(room, '0')))
  if (!Number.isSafeInteger(size)) return null
  return sign === '-' && size !== 0 ? -size : size
}

/**
 * Writes an integer of a scale as a decimal, without thousands commas: 1234500 with 6 digits is 1.2345.
 * @param least digits behind the point at least
 */
export function formatDecimal(value: number, digits: number, least = 0): string {
  const text = String(Math.abs(value)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = text
    .slice(text.length - digits)
    .replace(/0+$/, '')
    .padEnd(least, '0')
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
