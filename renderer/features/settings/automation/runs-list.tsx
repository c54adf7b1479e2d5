import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SectionTitle } from '@renderer/components/section-title'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './automation.module.css'

/** When rules ran and for whom. Undoing takes back the whole command, what set the rule off included, and says so (R073). */
export function RunsList() {
  const { t } = useTranslation(['automation', 'audit', 'common', 'conditions'])
  const format = useFormat()
  const toast = useToast()
  const errorToast = useErrorToast()
  const { data } = useRouteQuery('automation.listRuns', {}, { keepPrevious: true })
  const [busy, setBusy] = useState<number | null>(null)
  const runs = data?.runs ?? []
  const undo = async (commandId: number) => {
    setBusy(commandId)
    try {
      await request('history.undo', { commandId })
      toast(t('common:undone'))
    } catch (error) {
      errorToast(error)
    } finally {
      setBusy(null)
    }
  }
  if (runs.length === 0) return null
  return (
    <section className={styles.runs}>
      <SectionTitle>{t('runs')}</SectionTitle>
      <p className={styles.hint}>{t('undoHint')}</p>
      <ul className={styles.list}>
        {runs.map((run) => (
          <li key={`${run.commandId} ${run.ruleId}`} className={styles.run}>
            <span className={styles.meta}>{format.full(run.at)}</span>
            <span className={styles.what}>
              <span>{run.ruleName}</span>
              <span className={styles.meta}>
                {run.first.map(({ id, name }, index) => (
                  <span key={id}>
                    {index > 0 && t('conditions:or')}
                    <Link to={`/customers/${id}`} data-private>
                      {name}
                    </Link>
                  </span>
                ))}
                {run.customers > run.first.length && t('inAll', { count: run.customers })}
              </span>
            </span>
            <span className={styles.meta}>
              {t('because', {
                what: t(`audit:route.${run.route}`, { defaultValue: run.route }),
                name: run.userName,
              })}
            </span>
            {run.canUndo && (
              <Button
                size="small"
                loading={busy === run.commandId && { delay: 200 }}
                aria-label={t('undoRun', { name: run.ruleName })}
                onClick={() => void undo(run.commandId)}
              >
                {t('common:undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
