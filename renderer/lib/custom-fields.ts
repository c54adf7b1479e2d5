import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { formatCustomValue } from '@shared/features/custom-fields/custom-values.rules'
import { useRouteQuery } from './client'
import { useFormat } from './format'
import { useRights } from './use-rights'

const none: CustomField[] = []

/** The fields that this business made for itself and that are at work, in their order (R073); none while nobody may read customers. */
export function useCustomFields(): CustomField[] {
  const { allowed } = useRights()
  const { data } = useRouteQuery(
    'custom-fields.list',
    {},
    { enabled: allowed('customers.read'), keepPrevious: true },
  )
  const all = data?.fields ?? none
  return useMemo(() => all.filter(({ archivedAt }) => archivedAt === null), [all])
}

/** Says a stored value in the words of the window: 1,200.5 · ¥1,200.00 · 2024年5月1日 · 展会、转介绍. */
export function useCustomWords(): (field: CustomField, value: string) => string {
  const { i18n } = useTranslation()
  const format = useFormat()
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
  return useMemo(
    () => (field, value) => {
      if (field.type === 'date') return format.isoDate(value)
      if (field.type === 'number') return groupDigits(value)
      if (field.type === 'money') return groupDigits(value).replace(/^(−?)/, (sign) => `${sign}¥`)
      return formatCustomValue(field, value, language)
    },
    [format, language],
  )
}

/** 1234567.5 → 1,234,567.5, with a true minus. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
