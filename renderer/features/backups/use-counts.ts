import { useTranslation } from 'react-i18next'
import { useFormat } from '@renderer/lib/format'

/** Rows of a backup in words: customers, follow-ups, tags; the tables behind them are nobody's business. */
export function useCounts(): (rowCounts: Record<string, number>) => string {
  const { t } = useTranslation('backups')
  const format = useFormat()
  return (rows) =>
    t('facts.counts', {
      customers: format.count(rows.customer ?? 0),
      followUps: format.count(rows.follow_up ?? 0),
      tags: format.count(rows.tag ?? 0),
    })
}
