import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptBook } from '@shared/features/backups/restore.schema'
import { Note } from '@renderer/components/note'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useErrorToast } from '@renderer/lib/announce'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-table.module.css'
import keptStyles from './restore-kept.module.css'
import { TakeBackDialog } from './restore-take-back'
import { useTakeBack } from './use-take-back'

/** Books that restores put aside: take one back, or see where it lies; deleting one is done in the file manager. */
export function KeptBooks() {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const errorToast = useErrorToast()
  const { data } = useRouteQuery('backups.listKept', {})
  const [asking, setAsking] = useState<KeptBook | null>(null)
  const take = useTakeBack()
  if (!data || data.kept.length === 0) return null
  const show = (kept: string) => request('backups.showKept', { kept }).catch(errorToast)
  return (
    <section className={styles.box} data-region>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('kept.title')}</h2>
        <span className={styles.count}>{t('kept.count', { count: data.kept.length })}</span>
      </div>
      {take.error && <Note tone="error">{errorText(take.error)}</Note>}
      <ul className={keptStyles.list}>
        {data.kept.map((kept) => (
          <li key={kept.token} className={keptStyles.book}>
            <div className={keptStyles.words}>
              <span className={keptStyles.name}>
                {t('kept.one', { name: kept.bookName, when: format.full(kept.keptAt) })}
              </span>
              <span className={keptStyles.path} title={`${kept.path}\n${kept.folderName}`}>
                {format.bytes(kept.bytes)} · {kept.folderName} · {kept.path}
              </span>
            </div>
            <Button size="small" type="text" onClick={() => void show(kept.token)}>
              {t('kept.show')}
            </Button>
            <Button
              size="small"
              loading={take.busy === kept.token}
              disabled={take.busy !== null}
              onClick={() => setAsking(kept)}
            >
              {t('kept.take')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={keptStyles.note}>{t('kept.note')}</p>
      {asking && (
        <TakeBackDialog
          kept={asking}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            take.start(asking.token)
          }}
        />
      )}
    </section>
  )
}
