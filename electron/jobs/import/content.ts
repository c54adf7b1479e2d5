import { isIdCard, normalizeIdCard } from '@shared/core/id-card'
import { readContact } from './readers/contact'
import { readDate } from './readers/dates'
import { isCompanyName, isPersonName } from './readers/names'
import { isPhone } from './readers/phones'

const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

export const isEmail = (text: string): boolean => email.test(text)

export function findDate(text: string): boolean {
  return readDate(text) !== null
}

export function isName(text: string): boolean {
  return isCompanyName(text) || isPersonName(text)
}

export const isIdNumber = (text: string): boolean => isIdCard(normalizeIdCard(text))

/** A name and a number in one cell. */
export function isContact(text: string): boolean {
  const reading = readContact(text)
  return reading.phone !== null && reading.name !== null && reading.flaw === null
}

/** True for a cell that no header would say. */
export function looksLikeData(text: string): boolean {
  return isPhone(text) || isEmail(text) || findDate(text) || isIdNumber(text) || isContact(text)
}
