import { Button, Switch } from 'antd'
import { ArrowLeft, Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ErrorState } from '@renderer/components/error-state'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { PageHeader } from '@renderer/components/page-header'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { useErrorText } from '@renderer/lib/error-text'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './merge-page.module.css'
import { MergeTable } from './merge-table'
import { useMerge } from './use-merge'

/** Several customers side by side, field by field, to become one (R051). */
export function MergePage({ ids }: { ids: number[] }) {
  const { t } = useTranslation('duplicates')
  const navigate = useNavigate()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const errorText = useErrorText()
  const merge = useMerge(ids)
  const [showsAll, setShowsAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { data, error, refetch } = merge.preview
  const ready = data !== undefined && data.customers.length > 1 && !busy

  async function save(): Promise<void> {
    if (!ready) return
    setBusy(true)
    setProblem(null)
    try {
      const done = await merge.merge()
      if (!done) return
      undoToast(t('merged', { count: done.merged + 1 }))
      void navigate(`/customers/${done.id}`, { replace: true })
    } catch (reason) {
      setProblem(reason)
      void refetch()
    } finally {
      setBusy(false)
    }
  }
  useShortcut('mod+enter', () => void save())

  return (
    <div className={styles.page}>
      <PageHeader
        title={
          <span className={styles.title}>
            <IconButton
              icon={ArrowLeft}
              label={t('merge.back')}
              onClick={() => void navigate(-1)}
            />
            {t('merge.title', { count: ids.length })}
          </span>
        }
        actions={
          <>
            {merge.numbers === null && (
              <Button
                type="text"
                disabled={!data}
                onClick={() => void merge.reveal().catch(errorToast)}
              >
                <Eye size={16} strokeWidth={1.6} aria-hidden />
                {t('merge.reveal')}
              </Button>
            )}
            <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
              {t('merge.save')}
              <Kbd keys="mod+enter" joined />
            </Button>
          </>
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {problem !== null && (
        <div className={styles.note}>
          <Note tone="error">{errorText(problem)}</Note>
        </div>
      )}
      {data && (
        <>
          <div className={styles.options}>
            <span className={styles.lead}>{t('merge.lead')}</span>
            <label className={styles.switch}>
              <Switch size="small" checked={showsAll} onChange={setShowsAll} />
              {t('merge.showAll')}
            </label>
          </div>
          <MergeTable preview={data} merge={merge} showsAll={showsAll} />
        </>
      )}
    </div>
  )
}
