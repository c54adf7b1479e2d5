import type { TFunction } from 'i18next'
import { formatPhone } from '@shared/core/phone'
import type { MergeField } from '@shared/features/duplicates/merge-fields'
import type { Format } from '@renderer/lib/format'

const words: Partial<Record<MergeField, string>> = {
  kind: 'common:kind',
  gender: 'common:gender',
  stage: 'common:stage',
  tier: 'common:tier',
  companySize: 'common:companySize',
  priceSensitivity: 'choice.priceSensitivity',
  decisionMode: 'choice.decisionMode',
}
const dates: readonly MergeField[] = ['birthDate', 'foundedOn', 'firstContactOn', 'expectedCloseOn']

/** A stored value of a field in words; null for none. */
export function mergeValueText(
  field: MergeField,
  value: string | number | null,
  t: TFunction<'duplicates'>,
  format: Format,
): string | null {
  if (value === null) return null
  const group = words[field]
  if (group) return t(`${group}.${value}`)
  if (dates.includes(field)) return format.isoDate(String(value))
  if (field === 'lunarBirthday') return format.lunarDay(String(value))
  if (field === 'phone') return formatPhone(String(value))
  if (field === 'annualRevenue') return `¥${format.count(Math.round(Number(value) / 100))}`
  if (field === 'purchaseCycleDays') return t('duplicates:days', { count: Number(value) })
  return String(value)
}
