import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Note } from '@renderer/components/note'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { request } from '@renderer/lib/request'
import { startOver } from './import-actions'
import { useImportStore } from './import-store'
import { ProblemTable } from './problem-table'
import styles from './result-step.module.css'
import { StepFrame } from './step-frame'

/** Last page: what went in, what stayed out and why, and the way back for all of it. */
export function ResultStep() {
  const { t, i18n } = useTranslation('imports')
  const format = useFormat()
  const navigate = useNavigate()
  const toast = useToast()
  const errorToast = useErrorToast()
  const [busy, setBusy] = useState(false)
  const { plan, result } = useImportStore()
  const { data } = useRouteQuery('imports.list', {})
  if (!plan || !result) return null
  const { commandId } = result
  // The journal knows: Ctrl Z takes the import back as well as the button here.
  const undone =
    data?.batches.some((batch) => batch.commandId === commandId && batch.undone) ?? false
  const rejected = plan.problems.filter(({ severity }) => severity === 'error')
  const counts = { count: result.customers, shown: format.count(result.customers) }

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      errorToast(error)
    }
    setBusy(false)
  }
  const save = () =>
    attempt(async () => {
      const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
      const saved = await request('imports.saveRejected', { importId: plan.importId, language })
      if (saved) toast(t('result.saved', { count: saved.rows, shown: format.count(saved.rows) }))
    })
  const undo = async () => {
    await request('history.undo', { commandId })
  }
  return (
    <StepFrame
      remark={[undone ? t('result.isUndone') : t('result.canUndo')]}
      actions={
        <>
          {!undone && (
            <Button disabled={busy} onClick={() => void attempt(undo)}>
              {t('result.undo')}
            </Button>
          )}
          <Button onClick={() => void startOver()}>{t('result.again')}</Button>
          <Button
            type="primary"
            onClick={() => {
              void startOver()
              void navigate('/customers')
            }}
          >
            {t('result.done')}
          </Button>
        </>
      }
    >
      <Note tone={undone ? 'info' : 'ok'}>
        {undone ? t('result.undone', counts) : t('result.customers', counts)}
      </Note>
      {result.rejected > 0 && (
        <section aria-label={t('result.rejectedTitle')}>
          <div className={styles.head}>
            <h2 className={styles.title}>
              {t('result.rejected', {
                count: result.rejected,
                shown: format.count(result.rejected),
              })}
            </h2>
            <Button disabled={busy} onClick={() => void save()}>
              {t('result.save')}
            </Button>
          </div>
          <ProblemTable problems={rejected} />
        </section>
      )}
    </StepFrame>
  )
}
