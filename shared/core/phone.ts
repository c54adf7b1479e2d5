export const phoneKinds = [
  'mobile',
  'landline',
  'service',
  'hk-mo-tw',
  'foreign',
  'unknown',
] as const
/** `service` is a 400/800 number; `unknown` is kept as written and shown as needing a check. */
export type PhoneKind = (typeof phoneKinds)[number]

export type Phone = {
  kind: PhoneKind
  /**
   * Digits for comparing and searching: no country code 86, any other country code without its + or 00, extension after `x`.
   * Empty when there are no digits.
   */
  normalized: string
}

const mobile = /^1[3-9]\d{9}$/
/** Three-digit area codes are 010 and 02x only, all others have four digits; the local part has seven or eight. */
const landline = /^0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/
const landlineWithoutArea = /^[2-9]\d{6,7}$/
const service = /^[48]00\d{7}$/
/** Hong Kong and Macau have eight digits, Taiwan eight or nine behind its 0, which is not dialled from abroad. */
const hongKongOrMacau = /^85[23][2-9]\d{7}$/
const taiwan = /^886(?:9\d{8}|[2-8]\d{7,8})$/
/** No number is that long; the patterns are not made for whole texts. */
const longest = 100

/**
 * Types a phone number and folds its writing (X3): NFKC, separators dropped, 86 in every writing dropped before a mainland number,
 * an extension (转, 分机, ext, #, -8012 after a full landline) kept behind `x`. Nothing is ever invented: what does not look
 * like a number is `unknown`. What it gives as `normalized` is normalised already.
 */
export function parsePhone(raw: string): Phone {
  const folded = raw.normalize('NFKC').trim()
  if (folded.length > longest) return parseLong(folded.replace(/\D/g, ''))
  const [main = '', extension = ''] = splitExtension(folded)
  const written = main.replace(/\D/g, '')
  const isAbroad = /^\D*\+\D*[1-9]/.test(main) || /^00[1-9]/.test(written)
  const digits = isAbroad ? written.replace(/^00/, '') : written
  const local = stripChina(digits)
  const suffix = extension ? `x${extension}` : ''
  const kind = kindOf(local, { isAbroad: isAbroad && local === digits, main })
  return { kind, normalized: (kind === 'hk-mo-tw' ? stripTrunk(local) : local) + suffix }
}

function parseLong(digits: string): Phone {
  const normalized = digits.length > longest ? digits : parsePhone(digits).normalized
  return { kind: 'unknown', normalized }
}

function kindOf(local: string, { isAbroad, main }: { isAbroad: boolean; main: string }): PhoneKind {
  if (!isAbroad) {
    if (mobile.test(local)) return 'mobile'
    if (landline.test(local)) return 'landline'
    if (service.test(local)) return 'service'
  }
  if (isHkMoTw(stripTrunk(local))) return 'hk-mo-tw'
  if (/[a-z\u3400-\u9fff*•]/i.test(main)) return 'unknown'
  if (!isAbroad) return landlineWithoutArea.test(local) ? 'landline' : 'unknown'
  const isWhole = local.length >= 7 && local.length <= 15 && !local.startsWith('86')
  return isWhole ? 'foreign' : 'unknown'
}

function isHkMoTw(digits: string): boolean {
  return hongKongOrMacau.test(digits) || taiwan.test(digits)
}

/** +886 (0)2 …: people write the 0 of the home country behind the code. */
function stripTrunk(digits: string): string {
  const bare = digits.replace(/^8860/, '886')
  return taiwan.test(bare) ? bare : digits
}

function splitExtension(value: string): string[] {
  const match =
    /^(.*?\d)\s*[,，]?\s*(?:转|轉|分机号?|分機號?|内线|內線|ext(?:ension)?\.?|x|#)\s*[:：]?\s*(\d{1,6})$/i.exec(
      value,
    )
  if (match) return [match[1] ?? '', match[2] ?? '']
  const dashed = /^(\(?0\d{2,3}\)?[- ]?\d{7,8})-(\d{1,6})$/.exec(value)
  return dashed ? [dashed[1] ?? '', dashed[2] ?? ''] : [value]
}

/** No number of any country has 86 and then a whole number of the mainland. */
function stripChina(digits: string): string {
  if (!digits.startsWith('86')) return digits
  const rest = digits.slice(2)
  if (mobile.test(rest) || landline.test(rest) || service.test(rest)) return rest
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
  if (kind === 'hk-mo-tw') return `+${digits.slice(0, 3)} •••• ${digits.slice(-4)}`
  return digits.length > 6 ? `••• ${digits.slice(-4)}` : `•••• ${digits.slice(-2)}`
}

/** Whole number for the eye: 138 0000 1027, anything but a mobile number as written. */
export function formatPhone(raw: string): string {
  const { kind, normalized } = parsePhone(raw)
  const [digits = '', extension] = normalized.split('x')
  const tail = extension ? ` 转 ${extension}` : ''
  if (kind === 'mobile')
    return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}${tail}`
  return raw
}
