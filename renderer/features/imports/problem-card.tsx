import { CircleX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '@shared/features/imports/imports.schema'
import { useFormat } from '@renderer/lib/format'
import { goTo } from './import-actions'
import { useImportStore } from './import-store'
import styles from './problem-card.module.css'

/** Problems by cause, each with what will happen; a click shows its rows. */
export function ProblemCard({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const shownCode = useImportStore((state) => (state.step === 'check' ? state.shownCode : null))
  const rows = plan.badRows + plan.warnedRows
  if (rows === 0)
    return (
      <section className={styles.card}>
        <p className={styles.clean}>{t('problems.none')}</p>
      </section>
    )
  const totals = [...plan.problemTotals].sort(
    (a, b) => a.severity.localeCompare(b.severity) || b.count - a.count,
  )
  return (
    <section className={styles.card} aria-label={t('problems.title')}>
      <header className={styles.head}>
        <TriangleAlert size={16} strokeWidth={1.6} aria-hidden className={styles.warn} />
        <h2 className={styles.title}>{t('problems.title')}</h2>
        <span className={styles.rows}>{t('rows', { count: rows, shown: format.count(rows) })}</span>
      </header>
      <ul className={styles.list}>
        {totals.map(({ code, severity, count }) => (
          <li key={code}>
            <button
              type="button"
              className={styles.cause}
              aria-pressed={shownCode === code}
              onClick={() => goTo('check', shownCode === code ? null : code)}
            >
              {severity === 'error' ? (
                <CircleX
                  size={14}
                  strokeWidth={1.6}
                  aria-label={t('problems.error')}
                  className={styles.error}
                />
              ) : (
                <TriangleAlert
                  size={14}
                  strokeWidth={1.6}
                  aria-label={t('problems.warning')}
                  className={styles.warn}
                />
              )}
              <span className={styles.words}>
                <span>{t(`problem.${code}.what`)}</span>
                <span className={styles.then}>
                  {t(severity === 'error' ? `problem.${code}.error` : `problem.${code}.then`)}
                </span>
              </span>
              <span className={styles.count}>{format.count(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
