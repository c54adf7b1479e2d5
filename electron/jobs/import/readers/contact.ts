import { foldCell } from '../cell'
import { isContactName } from './names'
import { isPhone, type PhoneFlaw, readPhone } from './phones'

/**
 * What one cell says about reaching somebody. `whole` is false when something was not understood or does not fit one contact:
 * then the cell as written belongs into the notes too.
 */
export type ContactReading = {
  name: string | null
  phone: string | null
  /** Further numbers whose form leaves no doubt, each with the name or the words that stand beside it. */
  morePhones: { raw: string; label: string | null }[]
  email: string | null
  /** More people or addresses than a cell has places for, or a further number that is doubtful. */
  hasMore: boolean
  flaw: PhoneFlaw | null
  whole: boolean
}

const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const numberPattern =
  /(?<!_)(?:\d(?:\.\d+)?E\+?\d{1,2}|\+?\(?\d[\d\s().*xX•-]*[\dxX*•](?:\.0+)?)(?:\s*(?:转|轉|分机|ext\.?|#)\s*\d{1,6})?/i
const label =
  /^(?:联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|号码|tel|phone|mobile|cell|mob|m|t)$/i
/** These say which number it is; that is worth keeping. */
const meaningfulLabel =
  /^(?:微信|wechat|qq|传真|fax|家庭|家|办公|公司|座机|固话|小灵通|备用|老婆|爱人)/i

/**
 * Splits 李四(138 0000 9012), 李四 13800009012, several numbers by 、/;, a number with a label, an e-mail among them (R027, X13).
 * The first name and the first number are the contact; further numbers stand for themselves, and more people are said, never lost.
 */
export function readContact(text: string): ContactReading {
  const reading: ContactReading = {
    name: null,
    phone: null,
    morePhones: [],
    email: null,
    hasMore: false,
    flaw: null,
    whole: true,
  }
  for (const part of splitParts(foldCell(text))) readPart(part, reading)
  if (reading.phone === null && reading.name === null && reading.email === null)
    reading.whole = false
  return reading
}

function splitParts(text: string): string[] {
  return text
    .split(/[、,;/|\n\r]+|\s或\s?/)
    .flatMap(splitNumbers)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Two whole numbers with only a space between them are two numbers. */
function splitNumbers(part: string): string[] {
  const pieces = part.trim().split(/\s+/)
  return pieces.length > 1 && pieces.every((piece) => isPhone(piece)) ? pieces : [part]
}

function readPart(part: string, reading: ContactReading): void {
  const email = emailPattern.exec(part)?.[0]
  const withoutEmail = email ? part.replace(email, ' ') : part
  if (email && reading.email === null) reading.email = email
  else if (email) setMore(reading)
  const found = numberPattern.exec(withoutEmail)?.[0]
  const number = found !== undefined && isLong(found) ? found : undefined
  const further = number === undefined ? null : readNumber(number, reading)
  const rest = number === undefined ? withoutEmail : withoutEmail.replace(number, ' ')
  const words = rest.replace(/[()[\]【】<>:：\s]+/g, ' ').trim()
  if (further && words !== '' && !label.test(words)) further.label = words
  if (!further || !meaningfulLabel.test(words)) readRest(words, reading, number === undefined)
}

/** @returns the number where it is a further one */
function readNumber(
  number: string,
  reading: ContactReading,
): ContactReading['morePhones'][number] | null {
  const { value, flaw } = readPhone(trimNumber(number))
  if (value === null) reading.whole = false
  if (reading.phone === null) {
    reading.phone = value
    reading.flaw ??= flaw
    return null
  }
  if (value === null || flaw !== null) {
    setMore(reading)
    return null
  }
  const further = { raw: value, label: null }
  reading.morePhones.push(further)
  return further
}

/** Fewer than five digits or masked digits are a floor, a year, part of a nickname. */
function isLong(number: string): boolean {
  return /E\+?\d/i.test(number) || (number.match(/[\dxX*•]/g) ?? []).length >= 5
}

/** "(0755) 1234" keeps its bracket, "9012)" loses it. */
function trimNumber(number: string): string {
  const trimmed = number.trim()
  const opens = trimmed.split('(').length
  return opens === trimmed.split(')').length
    ? trimmed
    : trimmed.replace(/^[(\s]+|[)\s]+$/g, '').trim()
}

function readRest(rest: string, reading: ContactReading, isAlone: boolean): void {
  if (rest === '' || label.test(rest)) return
  if (meaningfulLabel.test(rest) || !isContactName(rest, isAlone)) {
    reading.whole = false
    return
  }
  if (reading.name === null) reading.name = rest
  else setMore(reading)
}

function setMore(reading: ContactReading): void {
  reading.hasMore = true
  reading.whole = false
}
