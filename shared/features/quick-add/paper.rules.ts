import { isRealDate } from '@shared/core/dates'
import type { CustomerKind } from '@shared/features/customers/customers.enums'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'

/** What a whole pile of forms has in common; it stays from one record to the next. */
export const batchFields = ['source', 'firstContactOn'] as const

const fields = [
  'kind',
  'name',
  'contactPerson',
  'phone',
  'email',
  'industry',
  'companySize',
  'address',
  'need',
  'notes',
] as const
export type PaperField = (typeof fields)[number]

const companyOnly: readonly PaperField[] = ['contactPerson', 'companySize']
const contact: readonly PaperField[] = ['contactPerson', 'phone', 'email', 'address']
const notes: readonly PaperField[] = ['need', 'notes']

/**
 * The fields of one record in the order of the paper form 《客户信息登记表》 (R012, R036); groups that one does not see whole are left
 * out.
 */
export function listPaperFields(
  kind: CustomerKind,
  sees: { contact: boolean; notes: boolean },
): PaperField[] {
  return fields.filter(
    (field) =>
      (kind === 'company' || !companyOnly.includes(field)) &&
      (sees.contact || !contact.includes(field)) &&
      (sees.notes || !notes.includes(field)),
  )
}

const empty: CustomerFormValues = {
  kind: 'company',
  name: '',
  contactPerson: '',
  phone: '',
  email: '',
  industry: '',
  companySize: null,
  address: '',
  source: '',
  firstContactOn: '',
  need: '',
  notes: '',
}

/** An empty record with what stays from the one before: source, first contact and kind. */
export function nextRecord(before: Partial<CustomerFormValues>): CustomerFormValues {
  return {
    ...empty,
    kind: before.kind ?? empty.kind,
    source: before.source ?? '',
    firstContactOn: before.firstContactOn ?? '',
  }
}

/**
 * Reads a date as it is typed in a hurry: 2026-11-27, 20261127, 11-27, 11.27, 11月27日, 1127. Without a year it is the last such day
 * up to today. What is no date comes back unchanged, for the field to say so.
 * @param today YYYY-MM-DD
 */
export function readTypedDate(typed: string, today: string): string {
  const text = typed.normalize('NFKC').trim()
  const whole = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text)
  if (whole && text.length >= 8) return join(whole.slice(1)) ?? text
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (!short) return text
  const year = Number(today.slice(0, 4))
  const date = join([String(year), ...short.slice(1)])
  if (date !== null && date <= today) return date
  return join([String(year - 1), ...short.slice(1)]) ?? text
}

function join(parts: readonly string[]): string | null {
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  const pad = (part: number) => String(part).padStart(2, '0')
  return isRealDate(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : null
}
