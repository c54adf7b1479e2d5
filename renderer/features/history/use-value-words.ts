import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldForm } from '@shared/features/history/history.schema'
import { useFormat } from '@renderer/lib/format'
import { useRuleWords } from './use-rule-words'
import { whenWords } from './when-words'

type Value = string | number | null

/** Keys of words for the forms whose values are names of a closed list. */
const listed: Partial<Record<FieldForm, string>> = {
  ...{ kind: 'common:kind', stage: 'common:stage', tier: 'common:tier', gender: 'common:gender' },
  ...{ 'company-size': 'common:companySize', 'follow-up-type': 'common:followUpType' },
  ...{ 'follow-up-outcome': 'common:followUpOutcome' },
  ...{ 'price-sensitivity': 'history:value.priceSensitivity' },
  ...{ 'decision-mode': 'history:value.decisionMode', 'decision-role': 'history:value.role' },
  ...{ 'case-kind': 'common:caseKind', 'case-status': 'common:caseStatus' },
  ...{ 'behavior-kind': 'common:behaviorKind' },
  ...{ 'task-status': 'tasks:status', 'task-priority': 'tasks:priority' },
  ...{ 'point-type': 'history:value.point', 'attachment-category': 'history:value.category' },
  ...{ 'verified-field': 'history:field.customer', 'verification-method': 'history:value.method' },
}

/** A value of the history in words, by its form; 「空」 for none. */
export function useValueWords(): (form: FieldForm, value: Value) => string {
  const { t } = useTranslation(['history', 'common', 'tasks'])
  const format = useFormat()
  const repeatWords = useRuleWords()
  return useMemo(
    () => (form, value) => {
      if (value === null) return t('history:value.none')
      const text = String(value)
      const list = listed[form]
      if (list) return t(`${list}.${text}`, { defaultValue: text })
      if (form === 'date') return format.isoDate(text)
      if (form === 'lunar-day') return format.lunarDay(text)
      if (form === 'instant') return whenWords(format, Number(value))
      if (form === 'money') return `¥${format.count(Number(value) / 100)}`
      if (form === 'percent') return `${value}%`
      if (form === 'recurrence') return repeatWords(text)
      if (form === 'days') return t('history:value.days', { count: Number(value) })
      if (form === 'flag') return t(Number(value) === 1 ? 'history:value.yes' : 'history:value.no')
      return text
    },
    [t, format, repeatWords],
  )
}
