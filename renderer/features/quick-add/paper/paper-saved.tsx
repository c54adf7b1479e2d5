import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '@renderer/components/section-title'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import styles from './paper-page.module.css'
import { markUndone, type SavedRecord, usePaperStore } from './paper-store'

/** What was just saved, newest first, each with 改 and 撤销. */
export function PaperSaved({ onEdit }: { onEdit: (id: number) => void }) {
  const { t } = useTranslation('quick-add')
  const saved = usePaperStore((state) => state.saved)
  return (
    <section className={styles.saved} aria-label={t('paper.saved')}>
      <SectionTitle>{t('paper.saved')}</SectionTitle>
      {saved.length === 0 && <p className={styles.empty}>{t('paper.nothingSaved')}</p>}
      <ol className={styles.list}>
        {saved.map((record) => (
          <SavedRow key={record.id} record={record} onEdit={onEdit} />
        ))}
      </ol>
    </section>
  )
}

function SavedRow({ record, onEdit }: { record: SavedRecord; onEdit: (id: number) => void }) {
  const { t } = useTranslation('quick-add')
  const errorToast = useErrorToast()
  const [busy, setBusy] = useState(false)
  const { id, code, name, commandId, undone } = record
  const undo = async () => {
    setBusy(true)
    try {
      await request('history.undo', { commandId })
      markUndone(id)
    } catch (error) {
      errorToast(error)
    }
    setBusy(false)
  }
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <div className={undone ? styles.undone : styles.name} data-private>
          {name}
        </div>
        <div className={styles.code}>{undone ? t('paper.undone') : code}</div>
      </div>
      {!undone && (
        <>
          <Button size="small" type="text" onClick={() => onEdit(id)}>
            {t('paper.edit')}
          </Button>
          {commandId !== null && (
            <Button size="small" type="text" disabled={busy} onClick={() => void undo()}>
              {t('common:undo')}
            </Button>
          )}
        </>
      )}
    </li>
  )
}
