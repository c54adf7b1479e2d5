import { maskEmail } from '@shared/core/email'
import { maskPhone, parsePhone, type PhoneKind } from '@shared/core/phone'
import { foldText } from '@shared/core/text'
import type { PointType } from './contacts.enums'

type Written = { type: PointType; raw: string }

/** Something of a name, something of a domain with a dot. */
const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
/** As WeChat lets one choose it: 6–20 characters that begin with a letter. */
const wechatId = /^[a-z][-_a-z0-9]{5,19}$/i
const qqNumber = /^[1-9]\d{4,10}$/

/** True for an e-mail address as it is written in general; of whether it is there nothing is known. */
export function isEmailAddress(raw: string): boolean {
  return email.test(raw.normalize('NFKC').trim())
}

/**
 * Folds a point of contact for comparing and searching (R050, X3): a phone to its digits and its kind, the rest to lower case and
 * NFKC. Idempotent.
 */
export function normalizePoint({ type, raw }: Written): {
  normalized: string
  phoneKind: PhoneKind | null
} {
  if (type !== 'phone') return { normalized: foldText(raw), phoneKind: null }
  const { kind, normalized } = parsePhone(raw)
  return { normalized, phoneKind: kind }
}

/**
 * Whether two ways to reach somebody are the same in other writing (R050). Of a number of no known form nothing is left out: it
 * has to be written the same.
 */
export function isSamePoint(one: Written, other: Written): boolean {
  if (one.type !== other.type) return false
  const [a, b] = [normalizePoint(one), normalizePoint(other)]
  if (a.phoneKind === 'unknown' || b.phoneKind === 'unknown')
    return foldText(one.raw) === foldText(other.raw)
  return a.normalized === b.normalized
}

/** Phones and e-mails of a customer that is being typed, its main ones first, for whoever looks for the same. */
export function reachedBy({
  phone,
  email,
  points = [],
}: {
  phone?: string | null | undefined
  email?: string | null | undefined
  points?: readonly Written[] | undefined
}): { phones: string[]; emails: string[] } {
  const all = (type: PointType, main: string | null | undefined) => [
    ...(main ? [main] : []),
    ...points.filter((point) => point.type === type).map(({ raw }) => raw),
  ]
  return { phones: all('phone', phone), emails: all('email', email) }
}

/**
 * True for what is most likely mistyped: kept as written and shown as needing a look, never refused (X3). People are found by
 * their phone or QQ number in WeChat too.
 */
export function isDoubtful({ type, raw }: Written): boolean {
  const text = raw.normalize('NFKC').trim()
  const isMobile = () => parsePhone(text).kind === 'mobile'
  if (type === 'phone') return parsePhone(text).kind === 'unknown'
  if (type === 'wechat') return !(wechatId.test(text) || qqNumber.test(text) || isMobile())
  if (type === 'qq') return !(qqNumber.test(text) || isEmailAddress(text))
  return type === 'email' && !isEmailAddress(text)
}

/** What the screen shows until a click that is written down (R089, X2): never more than the first character of an id. */
export function maskPoint({ type, raw }: Written): string {
  if (type === 'phone') return maskPhone(raw)
  if (type === 'email') return maskEmail(raw)
  const characters = [...raw.trim()]
  return characters.length > 3 ? `${characters[0] ?? ''}•••` : '•••'
}

/**
 * The order with one item moved by some places; at the ends it stays.
 * @param step −1 up, 1 down
 */
export function moveInOrder<T>(order: readonly T[], item: T, step: number): T[] {
  const from = order.indexOf(item)
  const to = from + step
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const others = order.filter((other) => other !== item)
  return [...others.slice(0, to), item, ...others.slice(to)]
}
