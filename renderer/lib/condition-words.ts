import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { findRegionByCode } from '@shared/core/regions/regions'
import type { Condition, ConditionSet } from '@shared/features/conditions/conditions.schema'
import {
  formatCustomValue,
  parseCustomValue,
} from '@shared/features/custom-fields/custom-values.rules'
import { useRouteQuery } from './client'
import { useRights } from './use-rights'

/** Puts a rule into words: 行业是「制造业」，且 30 天以上没联系. */
export function useConditionWords(): (set: ConditionSet) => string {
  const { t, i18n } = useTranslation(['conditions', 'common', 'custom-fields'])
  const { level, allowed } = useRights()
  const { data: known } = useRouteQuery('tags.list', {}, { enabled: allowed('tags.read') })
  const { data: own } = useRouteQuery(
    'custom-fields.list',
    {},
    { enabled: level('notes', 'other') === 'full' },
  )
  const language = i18n.resolvedLanguage === 'en' ? ('en' as const) : ('zh-CN' as const)

  const wordsOf = useCallback(
    (condition: Condition): string => {
      const list = (values: readonly string[]) => values.join(t('conditions:or'))
      const said = (values: readonly string[]) =>
        t(`conditions:says.${'op' in condition ? condition.op : 'any'}`, {
          field: t(`conditions:field.${condition.field}`),
          values: list(values),
        })
      switch (condition.field) {
        case 'kind':
          return said(condition.values.map((one) => t(`common:kind.${one}`)))
        case 'stage':
          return said(condition.values.map((one) => t(`common:stage.${one}`)))
        case 'tier':
          return said(condition.values.map((one) => t(`common:tier.${one}`)))
        case 'size':
          return said(condition.values.map((one) => t(`common:companySize.${one}`)))
        case 'industry':
        case 'source':
          return said(condition.values)
        case 'region':
          return said(
            condition.values.map((one) => findRegionByCode(one.padEnd(6, '0'))?.name ?? one),
          )
        case 'tag':
          return said(
            condition.tagIds.map((id) => known?.tags.find((tag) => tag.id === id)?.name ?? '…'),
          )
        case 'silence':
          return t(`conditions:says.silence.${condition.op}`, { count: condition.days })
        case 'follow-ups':
          return t(`conditions:says.follow-ups.${condition.op}`, { count: condition.count })
        case 'revenue':
          return betweenWords(
            t('conditions:field.revenue'),
            ...([condition.from, condition.to].map((cents) =>
              cents === null ? null : String(cents / 100),
            ) as [string | null, string | null]),
          )
        case 'custom': {
          const asked = condition.condition
          const field = own?.fields.find(({ id }) => id === asked.fieldId)
          if (!field) return '…'
          const say = (text: string) => {
            const read = parseCustomValue(field, text)
            return read === null || 'problem' in read
              ? text
              : formatCustomValue(field, read.value, language)
          }
          if (asked.op === 'filled' || asked.op === 'empty')
            return `${field.name} ${t(`custom-fields:op.${asked.op}`)}`
          if (asked.op === 'between')
            return betweenWords(
              field.name,
              asked.from === null ? null : say(asked.from),
              asked.to === null ? null : say(asked.to),
            )
          const values = asked.op === 'any' ? asked.keys.map(say) : [say(asked.value)]
          return t(`conditions:says.${asked.op === 'contains' ? 'contains' : 'any'}`, {
            field: field.name,
            values: list(values),
          })
        }
      }
      function betweenWords(field: string, from: string | null, to: string | null): string {
        if (from === null) return t('conditions:says.upTo', { field, to: to ?? '' })
        return to === null
          ? t('conditions:says.from', { field, from })
          : t('conditions:says.between', { field, from, to })
      }
    },
    [t, known, own, language],
  )
  return useCallback(
    (set) => {
      const joint = (match: 'all' | 'any') => t(`conditions:join.${match}`)
      const parts = [
        ...set.conditions.map(wordsOf),
        ...set.groups.map((group) =>
          t('conditions:inGroup', {
            words: group.conditions.map(wordsOf).join(joint(group.match)),
          }),
        ),
      ]
      return parts.join(joint(set.match))
    },
    [t, wordsOf],
  )
}
