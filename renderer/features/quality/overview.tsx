import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { QualityFinding } from '@shared/features/quality/quality.enums'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './quality-tab.module.css'

const shown = ['good', 'incomplete', 'outdated', 'unverified'] as const

/** How many customers are fine and how many lack what; each number opens the list of them. */
export function Overview({
  counts,
  onShow,
}: {
  counts: RouteOutput<'quality.counts'>
  onShow: (finding: QualityFinding) => void
}) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { data: settings } = useRouteQuery('quality.getSettings', {})
  return (
    <section className={styles.overview} aria-label={t('overview')}>
      {shown.map((finding) => {
        const number = format.count(counts.byFinding[finding])
        const what = t(`finding.${finding}`)
        return (
          <Tooltip key={finding} title={t(`tip.${finding}`, { ...settings })} mouseEnterDelay={0.4}>
            <button
              type="button"
              className={styles.figure}
              aria-label={t('showList', { what, shown: number })}
              onClick={() => onShow(finding)}
            >
              <span className={styles.what}>{what}</span>
              <span className={styles.number}>{number}</span>
            </button>
          </Tooltip>
        )
      })}
      <span className={styles.total}>{t('ofTotal', { shown: format.count(counts.total) })}</span>
    </section>
  )
}
