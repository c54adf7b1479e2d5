import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useIntentStore } from '@renderer/lib/intent-store'
import styles from './problem-page.module.css'

/** How often a drive is looked for that is not plugged in, in ms. */
const lookMs = 4000

/**
 * The newest proven backup that is known outside of the book, whether its file is there now, and the one click that restores it (R094).
 * Says so where nothing is known.
 */
export function ProblemLastBackup({ known }: { known: VaultState['lastBackup'] }) {
  const { t } = useTranslation('vault')
  const format = useFormat()
  const navigate = useNavigate()
  const ask = useIntentStore((store) => store.ask)
  const { data: found, refetch } = useRouteQuery('vault.findLastBackup', {})
  const last = found ?? known
  const isAway = found?.backup === null
  useEffect(() => {
    if (!isAway) return
    const timer = window.setInterval(() => void refetch(), lookMs)
    return () => window.clearInterval(timer)
  }, [isAway, refetch])
  return (
    <section className={styles.copies} aria-label={t('lastBackup.title')}>
      <h2 className={styles.copiesTitle}>{t('lastBackup.title')}</h2>
      {!last ? (
        <p className={styles.unknown}>{t('lastBackup.unknown')}</p>
      ) : (
        <div className={styles.copy} aria-live="polite">
          <span className={styles.place} title={found?.fileName}>
            {last.drive === null
              ? t('lastBackup.inFolder', { when: format.day(last.at) })
              : t('lastBackup.onDrive', { when: format.day(last.at), drive: last.drive })}
          </span>
          <span className={styles.when} title={format.full(last.at)}>
            {isAway && awayWords(last.drive)}
          </span>
          <Button
            type="primary"
            disabled={!found?.backup}
            loading={found === undefined}
            onClick={() => {
              ask({ kind: 'restore', backup: found?.backup ?? null })
              void navigate('/restore')
            }}
          >
            {t('lastBackup.restore')}
          </Button>
        </div>
      )}
    </section>
  )

  function awayWords(drive: string | null): string {
    return drive === null ? t('lastBackup.gone') : t('lastBackup.plugIn', { drive })
  }
}
