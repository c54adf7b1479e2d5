import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quality } from '@shared/features/quality/quality.schema'
import { useFormat } from './format'

/** What a profile lacks, each in a few words and the gravest first; none when all three hold (R064). */
export function useQualityWords(): (quality: Quality) => string[] {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return useCallback(
    ({ complete, current, accurate }) => {
      const list = (words: string[]) => words.join(t('customers:list.and'))
      const fields = (names: string[]) => list(names.map((name) => t(`field.${name}`)))
      // Every check that is not needed for 准确 may grow stale without harm to it.
      const stale = accurate.ok ? [] : accurate.stale
      return [
        complete.missing.length > 0 &&
          t('lacks', { parts: list(complete.missing.map((part) => t(`part.${part}`))) }),
        !current.ok && t('outdated', { date: format.prose(current.updatedAt) }),
        stale.length > 0 && t('stale', { fields: fields(stale) }),
        accurate.missing.length > 0 && t('unverified', { fields: fields(accurate.missing) }),
      ].filter((words) => words !== false)
    },
    [t, format],
  )
}
