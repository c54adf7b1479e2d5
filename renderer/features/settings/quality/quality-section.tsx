import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { customerKinds } from '@shared/features/customers/customers.enums'
import { type QualityPart, qualityParts } from '@shared/features/quality/quality.enums'
import type { QualitySettings } from '@shared/features/quality/quality.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import settings from '../settings.module.css'
import styles from './quality-section.module.css'

const terms = ['months', 'highTierMonths', 'silentMonths', 'zombieMonths'] as const
type Term = (typeof terms)[number]
const choices = [1, 2, 3, 6, 12, 24]

/** What a term may be beside the others: 僵尸 takes longer than 沉默 (X7). */
function choicesOf(term: Term, { silentMonths, zombieMonths }: QualitySettings): number[] {
  if (term === 'silentMonths') return choices.filter((months) => months < zombieMonths)
  return term === 'zombieMonths' ? choices.filter((months) => months > silentMonths) : choices
}

const notes = {
  months: 'monthsNote',
  highTierMonths: 'monthsNote',
  silentMonths: 'quietNote',
  zombieMonths: 'quietNote',
} as const satisfies Record<Term, string>

/** How long a profile counts as current, by tier, when a customer has gone quiet, and what makes it complete, by kind (R064, D8). */
export function QualitySection({ title }: { title: string }) {
  const { t } = useTranslation('quality')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const { data: before, error, refetch } = useRouteQuery('quality.getSettings', {})

  async function change(next: QualitySettings, former: QualitySettings): Promise<void> {
    try {
      await request('quality.setSettings', next)
      undoToast(t('settings:changed'), async () => {
        await request('quality.setSettings', former)
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
          <p className={styles.intro}>{t('settings.intro')}</p>
          <div className={settings.rows}>
            {terms.map((name) => (
              <div key={name} className={settings.row}>
                <span className={settings.label}>{t(`settings.${name}`)}</span>
                <div className={settings.value}>
                  <Select<number>
                    className={styles.months ?? ''}
                    value={before[name]}
                    aria-label={t(`settings.${name}`)}
                    options={choicesOf(name, before).map((count) => ({
                      value: count,
                      label: t('settings.month', { count }),
                    }))}
                    onChange={(count) => void change({ ...before, [name]: count }, before)}
                  />
                  <p className={styles.note}>
                    {t(`settings.${notes[name]}`, { count: before[name] })}
                  </p>
                </div>
              </div>
            ))}
            {customerKinds.map((kind) => (
              <div key={kind} className={settings.row}>
                <span className={settings.label}>{t(`settings.${kind}`)}</span>
                <div className={settings.value}>
                  <Checkbox.Group<QualityPart>
                    aria-label={t(`settings.${kind}`)}
                    value={before.required[kind]}
                    options={qualityParts.map((part) => ({
                      value: part,
                      label: t(`part.${part}`),
                    }))}
                    onChange={(parts) =>
                      void change(
                        { ...before, required: { ...before.required, [kind]: parts } },
                        before,
                      )
                    }
                  />
                  <p className={styles.note}>{t('settings.requiredNote')}</p>
                </div>
              </div>
            ))}
          </div>
        </>
      )}
    </>
  )
}
