import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '@shared/features/imports/imports.schema'
import { ErrorState } from '@renderer/components/error-state'
import { SectionTitle } from '@renderer/components/section-title'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { request } from '@renderer/lib/request'
import styles from './past-imports.module.css'

/** What was imported before; each whole import can still be taken back. */
export function PastImports() {
  const { t } = useTranslation('imports')
  const { data, error, refetch } = useRouteQuery('imports.list', {})
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <section className={styles.past} aria-label={t('past.title')}>
      <SectionTitle>{t('past.title')}</SectionTitle>
      {data.batches.length === 0 && <p className={styles.none}>{t('past.none')}</p>}
      <ul className={styles.list}>
        {data.batches.map((batch) => (
          <PastImport key={batch.id} batch={batch} />
        ))}
      </ul>
    </section>
  )
}

function PastImport({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const toast = useToast()
  const errorToast = useErrorToast()
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    try {
      await request('history.undo', { commandId: batch.commandId })
      toast(t('undoneToast', { count: batch.customers, shown: format.count(batch.customers) }))
    } catch (error) {
      errorToast(error)
    }
    setBusy(false)
  }
  return (
    <li className={styles.row}>
      <span className={styles.name} title={batch.fileName}>
        {batch.fileName}
      </span>
      <span className={styles.when} title={format.full(batch.at)}>
        {format.day(batch.at)}
      </span>
      <span className={styles.count}>
        {t('past.customers', { count: batch.customers, shown: format.count(batch.customers) })}
        {batch.rejected > 0 &&
          ` · ${t('past.rejected', { count: batch.rejected, shown: format.count(batch.rejected) })}`}
      </span>
      {batch.undone ? (
        <span className={styles.undone}>{t('past.undone')}</span>
      ) : (
        <Button size="small" loading={busy} onClick={() => void undo()}>
          {t('past.undo')}
        </Button>
      )}
    </li>
  )
}
