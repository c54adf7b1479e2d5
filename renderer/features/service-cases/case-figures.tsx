import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '@shared/features/service-cases/service-cases.schema'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useSpanWords } from '@renderer/lib/span-words'
import styles from './cases.module.css'

/** What is open and what waits for a first answer, which filter the list, and how fast and how well it went. */
export function CaseFigures({
  state,
  onState,
}: {
  state: CaseState
  onState: (state: CaseState) => void
}) {
  const { t } = useTranslation('service-cases')
  const format = useFormat()
  const span = useSpanWords()
  const { data } = useRouteQuery('service-cases.counts', {}, { keepPrevious: true })
  if (!data) return <div className={styles.figures} />
  const averages = [
    {
      id: 'response',
      shown: data.response === null ? t('figure.noData') : span(data.response),
      tip: t('figure.responseTip', { count: data.answered }),
    },
    {
      id: 'satisfaction',
      shown: data.satisfaction === null ? t('figure.noData') : data.satisfaction.toFixed(1),
      tip: t('figure.satisfactionTip', { count: data.rated }),
    },
  ]
  return (
    <section className={styles.figures} aria-label={t('figure.label')}>
      {(['open', 'unanswered'] as const).map((id) => (
        <button
          key={id}
          type="button"
          className={styles.figure}
          aria-pressed={state === id}
          onClick={() => onState(id)}
        >
          <span className={styles.figureName}>{t(`figure.${id}`)}</span>
          <span
            className={id === 'unanswered' && data.unanswered > 0 ? styles.alarming : styles.number}
          >
            {format.count(data[id])}
          </span>
        </button>
      ))}
      {averages.map(({ id, shown, tip }) => (
        <Tooltip key={id} title={tip} mouseEnterDelay={0.4}>
          <div className={styles.figure}>
            <span className={styles.figureName}>{t(`figure.${id}`)}</span>
            <span className={styles.number}>{shown}</span>
          </div>
        </Tooltip>
      ))}
    </section>
  )
}
