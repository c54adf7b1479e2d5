import { parsePhone } from '@shared/core/phone'
import { foldCell } from '../cell'

export type PhoneFlaw = 'phone-lost-digits' | 'phone-unclear'

/** `value` null: not a number that can be kept as one; the cell goes to the notes. */
export type PhoneReading = { value: string | null; flaw: PhoneFlaw | null }

const scientific = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i

/**
 * Reads one phone. Excel's 13800138000.0 loses its tail; 1.38001E+10 is refused because its digits are gone and are never
 * invented, unless every digit is still written. What is no known form is kept as written and marked (X3).
 */
export function readPhone(text: string): PhoneReading {
  const value = foldCell(text)
  const power = scientific.exec(value)
  if (power) {
    const [, first = '', fraction = '', exponent = ''] = power
    return fraction.length === Number(exponent) && fraction.length > 6
      ? judge(first + fraction)
      : { value: null, flaw: 'phone-lost-digits' }
  }
  if (/^\d{5,}\.0+$/.test(value)) return judge(value.replace(/\.0+$/, ''))
  return judge(value)
}

function judge(value: string): PhoneReading {
  if (!/\d{3}/.test(value) || [...value].length > 40) return { value: null, flaw: 'phone-unclear' }
  return { value, flaw: parsePhone(value).kind === 'unknown' ? 'phone-unclear' : null }
}

/** True for a number whose form leaves no doubt. */
export function isPhone(text: string): boolean {
  const reading = readPhone(text)
  return reading.value !== null && reading.flaw === null
}
