import { isRealDate } from '@shared/core/dates'
import { formatDecimal, parseDecimal } from '@shared/core/decimal'
import { foldText } from '@shared/core/text'
import type { CustomFieldType } from './custom-fields.enums'
import type { CustomField } from './custom-fields.schema'

/** Type and choices: all that reading and writing a value needs. */
export type ValueShape = Pick<CustomField, 'type' | 'options'>

/** Characters of a text or link. */
export const customTextLength = 500

/**
 * A value as it is stored. `value` is its one way of writing; of a choice its key, of several their keys in the order of the
 * choices, one a line. `number` is what it compares and sorts by: number in millionths, money in 分, date in days since 1970,
 * yes/no as 1/0, null for the others.
 */
export type StoredValue = { value: string; number: number | null }
/** Keys of `forms.errors`. */
export type ValueProblem =
  'too-long|500' | 'number' | 'money' | 'date' | 'choice' | 'yes-no' | 'link'
export type ReadValue = StoredValue | { problem: ValueProblem }

export const numberDigits = 6
export const moneyDigits = 2
const dayMs = 86_400_000

/** 是 and 否 as they are written in a language. */
export const yesNoWords = {
  'zh-CN': { yes: '是', no: '否' },
  en: { yes: 'Yes', no: 'No' },
} as const
export type WordLanguage = keyof typeof yesNoWords

const yes = new Set(['1', '是', '有', '对', '√', '✓', 'y', 'yes', 'true'])
const no = new Set(['0', '否', '无', '没有', '不是', '×', '✗', 'n', 'no', 'false'])
const separators = /[\n,，、;；|]+/

/**
 * Reads what somebody typed, or what is stored, or a cell of a file. Choices are read by key or by label, several of them apart
 * by a comma, 、 or line break. Reading what was read gives the same again.
 * @returns null for nothing
 */
export function parseCustomValue({ type, options }: ValueShape, text: string): ReadValue | null {
  const clean = text.replaceAll('\u0000', '').toWellFormed().trim()
  return clean === '' ? null : readers[type](clean, options)
}

type Reader = (text: string, options: ValueShape['options']) => ReadValue | null

const readers: Record<CustomFieldType, Reader> = {
  text: (text) => limited(text),
  number: (text) => {
    const number = parseDecimal(text, numberDigits)
    if (number === null) return { problem: 'number' }
    return { value: formatDecimal(number, numberDigits), number }
  },
  money: (text) => {
    const number = parseDecimal(bareAmount(text), moneyDigits)
    if (number === null) return { problem: 'money' }
    return { value: formatDecimal(number, moneyDigits, moneyDigits), number }
  },
  date: readDay,
  choice: (text, options) => {
    const key = findOption(text, options)
    return key === null ? { problem: 'choice' } : { value: key, number: null }
  },
  'multi-choice': readSeveral,
  'yes-no': (text) => {
    const folded = foldText(text)
    if (yes.has(folded)) return { value: '1', number: 1 }
    return no.has(folded) ? { value: '0', number: 0 } : { problem: 'yes-no' }
  },
  link: readLink,
}

function limited(text: string): ReadValue {
  if ([...text].length > customTextLength) return { problem: 'too-long|500' }
  return { value: text, number: null }
}

function bareAmount(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^([+\-−]?)\s*[¥$]\s*/, '$1')
    .replace(/\s*元\s*$/, '')
}

const day = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/
const compactDay = /^(\d{4})(\d{2})(\d{2})$/

function readDay(text: string): ReadValue {
  const folded = text.normalize('NFKC').trim()
  const match = day.exec(folded) ?? compactDay.exec(folded)
  const [year, month, dayOfMonth] = (match ?? []).slice(1, 4).map(Number)
  if (year === undefined || month === undefined || dayOfMonth === undefined)
    return { problem: 'date' }
  if (!isRealDate(year, month, dayOfMonth)) return { problem: 'date' }
  const at = Date.UTC(year, month - 1, dayOfMonth)
  return { value: new Date(at).toISOString().slice(0, 10), number: at / dayMs }
}

function findOption(text: string, options: ValueShape['options']): string | null {
  const byKey = options.find(({ key }) => key === text)
  if (byKey) return byKey.key
  const folded = foldText(text)
  return options.find(({ label }) => foldText(label) === folded)?.key ?? null
}

function readSeveral(text: string, options: ValueShape['options']): ReadValue | null {
  const whole = findOption(text, options)
  const parts = whole === null ? splitChoices(text) : [whole]
  const keys = parts.map((part) => findOption(part.trim(), options))
  if (keys.includes(null)) return { problem: 'choice' }
  const chosen = options.filter(({ key }) => keys.includes(key)).map(({ key }) => key)
  return chosen.length === 0 ? null : { value: chosen.join('\n'), number: null }
}

/** The parts of a cell that lists several choices. */
export function splitChoices(text: string): string[] {
  return text.split(separators).filter((part) => part.trim() !== '')
}

// Only addresses that open a page, a letter or a call; a javascript: or file: address is text, not a link.
const link = /^(?:https?:\/\/[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]+)$/iu
const bareHost = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u
const hidden = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u

function readLink(text: string): ReadValue {
  if (hidden.test(text)) return { problem: 'link' }
  const address = bareHost.test(text) ? `https://${text}` : text
  return link.test(address) ? limited(address) : { problem: 'link' }
}

/** A stored value in words of a language: choices by label, yes/no as a word, the rest as it is stored. */
export function formatCustomValue(
  { type, options }: ValueShape,
  value: string,
  language: WordLanguage,
): string {
  if (type === 'yes-no') return yesNoWords[language][value === '1' ? 'yes' : 'no']
  if (type !== 'choice' && type !== 'multi-choice') return value
  const labels = new Map(options.map(({ key, label }) => [key, label]))
  return value
    .split('\n')
    .map((key) => labels.get(key) ?? key)
    .join('、')
}

/** The value with the name of its field, as a line of the notes where no field takes it. */
export function noteLineOf(
  field: ValueShape & { name: string },
  value: string,
  language: WordLanguage,
): string {
  const words = formatCustomValue(field, value, language)
  return language === 'en' ? `${field.name}: ${words}` : `${field.name}：${words}`
}

/** Order of two stored values of one field: by number where the type has one, else by their words. */
export function compareCustomValues(shape: ValueShape, a: StoredValue, b: StoredValue): number {
  if (a.number !== null && b.number !== null) return a.number - b.number
  return formatCustomValue(shape, a.value, 'zh-CN').localeCompare(
    formatCustomValue(shape, b.value, 'zh-CN'),
    'zh-CN',
  )
}
