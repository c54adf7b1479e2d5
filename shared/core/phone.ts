export const phoneKinds = ['mobile', 'landline', 'service', 'foreign', 'unknown'] as const
/** `service` is a 400/800 number; `unknown` is kept as written and shown as needing a check. */
export type PhoneKind = (typeof phoneKinds)[number]

export type Phone = {
  kind: PhoneKind
  /** Digits for comparing and searching: no country code 86, extension after `x`. Empty when there are no digits. */
  normalized: string
}

const mobile = /^1[3-9]\d{9}$/
/** Three-digit area codes are 010 and 02x only, all others have four digits; the local part has seven or eight. */
const landline = /^0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/
const service = /^[48]00\d{7}$/

/**
 * Types a phone number and folds its writing (X3): NFKC, separators dropped, +86/0086/86 before a mainland number
 * dropped, an extension (转, 分机, ext, #, -8012 after a full landline) kept behind `x`. Nothing is ever invented:
 * what does not look like a number is `unknown`.
 */
export function parsePhone(raw: string): Phone {
  const folded = raw.normalize('NFKC').trim()
  // No number is that long; the patterns below are not made for whole texts.
  if (folded.length > 100) return { kind: 'unknown', normalized: folded.replace(/\D/g, '') }
  const [main = '', extension = ''] = splitExtension(folded)
  const international = /^(\+|00)/.test(main.replace(/[\s()-]/g, ''))
  const digits = main.replace(/\D/g, '').replace(/^00/, '')
  const local = stripChina(digits, international)
  const suffix = extension ? `x${extension}` : ''
  if (mobile.test(local)) return { kind: 'mobile', normalized: local + suffix }
  if (landline.test(local)) return { kind: 'landline', normalized: local + suffix }
  if (service.test(local)) return { kind: 'service', normalized: local + suffix }
  if (/[a-z\u3400-\u9fff*•]/i.test(main) || digits.length < 5)
    return { kind: 'unknown', normalized: digits + suffix }
  if (/^[2-9]\d{6,7}$/.test(local)) return { kind: 'landline', normalized: local + suffix }
  if (international && digits.length >= 7 && digits.length <= 15)
    return { kind: 'foreign', normalized: digits + suffix }
  return { kind: 'unknown', normalized: digits + suffix }
}

function splitExtension(value: string): string[] {
  const match = /^(.*?\d)\s*(?:转|轉|分机|ext\.?|x|#)\s*(\d{1,6})$/i.exec(value)
  if (match) return [match[1] ?? '', match[2] ?? '']
  const dashed = /^(0\d{2,3}[- ]?\d{7,8})-(\d{1,6})$/.exec(value)
  return dashed ? [dashed[1] ?? '', dashed[2] ?? ''] : [value]
}

function stripChina(digits: string, international: boolean): string {
  if (!digits.startsWith('86')) return digits
  const rest = digits.slice(2)
  if (mobile.test(rest)) return rest
  if (!international) return digits
  if (landline.test(rest)) return rest
  return landline.test(`0${rest}`) ? `0${rest}` : digits
}

/**
 * Hides the middle of a phone for the screen (R089, X2): 138 •••• 1027, 0755-•••• 5678. The stored number stays whole.
 * Numbers of unknown form show only their last two digits.
 */
export function maskPhone(raw: string): string {
  const { kind, normalized } = parsePhone(raw)
  const [digits = ''] = normalized.split('x')
  if (kind === 'mobile') return `${digits.slice(0, 3)} •••• ${digits.slice(-4)}`
  if (kind === 'landline' && digits.startsWith('0')) {
    const area = /^0(?:10|2\d)/.exec(digits)?.[0] ?? digits.slice(0, 4)
    return `${area}-•••• ${digits.slice(-4)}`
  }
  if (kind === 'service') return `${digits.slice(0, 3)} ••• ${digits.slice(-4)}`
  return digits.length > 6 ? `••• ${digits.slice(-4)}` : `•••• ${digits.slice(-2)}`
}

/** Whole number for the eye: 138 0000 1027, 0755-12345678; anything else as written. */
export function formatPhone(raw: string): string {
  const { kind, normalized } = parsePhone(raw)
  const [digits = '', extension] = normalized.split('x')
  const tail = extension ? ` 转 ${extension}` : ''
  if (kind === 'mobile')
    return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}${tail}`
  return raw
}
