import { Checkbox, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type CadenceSettings,
  type Rhythm,
  rhythmUnits,
} from '@shared/features/cadence/cadence.schema'
import { type Tier, tiers } from '@shared/features/customers/customers.enums'
import { type DeadlineCause, deadlineCauses } from '@shared/features/deadlines/deadlines.enums'
import { deadlineModes, type DeadlineSettings } from '@shared/features/deadlines/deadlines.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import settings from '../settings.module.css'
import styles from './cadence-section.module.css'

/** What a tier without a rhythm begins with when it gets one. */
const usual: Rhythm = { every: 1, unit: 'month' }

/** How often customers of each tier are visited, and how soon a profile is brought up to date (R057, R058, R065, D5). */
export function CadenceSection({ title }: { title: string }) {
  const { t } = useTranslation('cadence')
  const { data: cadence, error, refetch } = useRouteQuery('cadence.getSettings', {})
  const { data: deadlines } = useRouteQuery('deadlines.getSettings', {})
  return (
    <>
      <SectionHead title={title} />
      {error && !cadence && <ErrorState error={error} onRetry={() => void refetch()} />}
      {cadence && (
        <>
          <p className={styles.intro}>{t('settings.intro')}</p>
          <Rhythms before={cadence} />
        </>
      )}
      {deadlines && (
        <>
          <h3 className={styles.heading}>{t('settings.deadlines')}</h3>
          <p className={styles.intro}>{t('settings.deadlinesIntro')}</p>
          <Deadlines before={deadlines} />
        </>
      )}
    </>
  )
}

function useChange(route: 'cadence.setSettings' | 'deadlines.setSettings') {
  const { t } = useTranslation('settings')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return async (next: object, former: object): Promise<void> => {
    try {
      await request(route, next)
      undoToast(t('settings:changed'), async () => {
        await request(route, former)
      })
    } catch (problem) {
      errorToast(problem)
    }
  }
}

function Rhythms({ before }: { before: CadenceSettings }) {
  const { t } = useTranslation('cadence')
  const change = useChange('cadence.setSettings')
  const set = (tier: Tier, rhythm: Rhythm | null) =>
    void change({ ...before, [tier]: rhythm }, before)
  return (
    <div className={settings.rows}>
      {tiers.map((tier) => {
        const rhythm = before[tier]
        const word = t(`common:tier.${tier}`)
        return (
          <div key={tier} className={settings.row} role="group" aria-label={word}>
            <span className={settings.label}>{word}</span>
            <div className={styles.value}>
              <Checkbox
                checked={rhythm !== null}
                onChange={({ target }) => set(tier, target.checked ? usual : null)}
              >
                {t('settings.every')}
              </Checkbox>
              {rhythm !== null && (
                <>
                  <InputNumber<number>
                    className={styles.number ?? ''}
                    aria-label={t('settings.number')}
                    min={1}
                    max={99}
                    precision={0}
                    value={rhythm.every}
                    onChange={(every) =>
                      every !== null && every !== rhythm.every && set(tier, { ...rhythm, every })
                    }
                  />
                  <Select<Rhythm['unit']>
                    className={styles.unit ?? ''}
                    aria-label={t('settings.unit')}
                    value={rhythm.unit}
                    onChange={(unit) => set(tier, { ...rhythm, unit })}
                    options={rhythmUnits.map((unit) => ({
                      value: unit,
                      label: t(`settings.units.${unit}`, { count: rhythm.every }),
                    }))}
                  />
                </>
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Deadlines({ before }: { before: DeadlineSettings }) {
  const { t } = useTranslation('cadence')
  const change = useChange('deadlines.setSettings')
  const set = (part: Partial<DeadlineSettings>) => void change({ ...before, ...part }, before)
  const [name, most] =
    before.mode === 'clock' ? (['hours', 240] as const) : (['workdays', 30] as const)
  return (
    <div className={settings.rows}>
      <div className={settings.row}>
        <span className={settings.label}>{t('settings.term')}</span>
        <div className={styles.value}>
          <Segmented<DeadlineSettings['mode']>
            aria-label={t('settings.mode')}
            value={before.mode}
            onChange={(mode) => set({ mode })}
            options={deadlineModes.map((mode) => ({
              value: mode,
              label: t(`settings.modes.${mode}`),
            }))}
          />
          <InputNumber<number>
            key={name}
            className={styles.number ?? ''}
            aria-label={t(`settings.${name}`)}
            min={1}
            max={most}
            precision={0}
            value={before[name]}
            onChange={(value) => value !== null && value !== before[name] && set({ [name]: value })}
          />
          <span className={styles.word}>{t(`settings.${name}`)}</span>
          <p className={styles.note}>{t(`settings.modeNote.${before.mode}`)}</p>
        </div>
      </div>
      <div className={settings.row}>
        <span className={settings.label}>{t('settings.causes')}</span>
        <Checkbox.Group<DeadlineCause>
          aria-label={t('settings.causes')}
          value={before.causes}
          options={deadlineCauses.map((cause) => ({
            value: cause,
            label: t(`common:deadlineCause.${cause}`),
          }))}
          onChange={(causes) => set({ causes })}
        />
      </div>
    </div>
  )
}
