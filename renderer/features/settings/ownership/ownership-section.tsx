import { useTranslation } from 'react-i18next'
import type { OwnershipSettings } from '@shared/features/ownership/ownership.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import settings from '../settings.module.css'
import { NumberRow } from './number-row'
import styles from './ownership-section.module.css'

const largest = { protectionDays: 3650, limit: 1_000_000 } as const
const words = { protectionDays: 'protection', limit: 'limit' } as const

/** Who may hold which customer: after how many days a customer may be claimed by others, and how many one may hold (R082). */
export function OwnershipSection({ title }: { title: string }) {
  const { t } = useTranslation('ownership')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const { data: before, error, refetch } = useRouteQuery('ownership.getSettings', {})

  async function change(next: OwnershipSettings, former: OwnershipSettings): Promise<void> {
    try {
      await request('ownership.setSettings', next)
      undoToast(t('settings:changed'), async () => {
        await request('ownership.setSettings', former)
      })
    } catch (problem) {
      errorToast(problem)
    }
  }

  return (
    <>
      <SectionHead title={title} />
      {error && !before && <ErrorState error={error} onRetry={() => void refetch()} />}
      {before && (
        <>
          <p className={styles.intro}>{t('whatIsPool')}</p>
          <div className={settings.rows}>
            {(['protectionDays', 'limit'] as const).map((name) => (
              <NumberRow
                key={`${name} ${before[name]}`}
                label={t(words[name])}
                unit={t(`${words[name]}Unit`)}
                note={
                  before[name] === 0
                    ? t(`${words[name]}Off`)
                    : t(`${words[name]}Note`, { count: before[name] })
                }
                value={before[name]}
                largest={largest[name]}
                onChange={(value) => void change({ ...before, [name]: value }, before)}
              />
            ))}
          </div>
        </>
      )}
    </>
  )
}
