import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedBackup } from '@shared/features/backups/restore.schema'
import styles from './backup-table.module.css'
import { type BackupGroup, groupByBook } from './restore-groups'
import { type RestoreAction, RestoreRow } from './restore-row'
import { UnreadableFiles } from './restore-unreadable'
import type { FoundBackups } from './use-found-backups'

/** Rows that are drawn at once: a thousand make a window slow, and the newest are the ones that are wanted. */
const pageRows = 100

/** What lies in a place: a table for each book, newest first, then the files that do not read. */
export function RestoreList({
  found,
  onAction,
}: {
  found: FoundBackups
  onAction: (action: RestoreAction, backup: ListedBackup) => void
}) {
  const { backups, unreadable, unread, vaultId } = found
  const { t } = useTranslation('backups')
  const groups = groupByBook(backups, vaultId)
  return (
    <>
      {groups.map((group) => (
        <Group
          key={group.vaultId}
          group={group}
          isOwn={group.vaultId === vaultId}
          onAction={onAction}
        />
      ))}
      {unreadable.length > 0 && <UnreadableFiles files={unreadable} />}
      {unread > 0 && <span className={styles.count}>{t('found.unread', { count: unread })}</span>}
    </>
  )
}

function Group({
  group: { bookName, backups },
  isOwn,
  onAction,
}: {
  group: BackupGroup
  isOwn: boolean
  onAction: (action: RestoreAction, backup: ListedBackup) => void
}) {
  const { t } = useTranslation('backups')
  const [shown, setShown] = useState(pageRows)
  const rest = backups.length - shown
  return (
    <section className={styles.box} data-region aria-label={bookName}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('found.title', { name: bookName })}</h2>
        <span className={styles.count}>
          {t('found.count', { count: backups.length })}
          {isOwn && ` · ${t('found.own')}`}
        </span>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('list.time')}</th>
              <th>{t('list.kind')}</th>
              <th className={styles.number}>{t('list.size')}</th>
              <th className={styles.number}>{t('list.customers')}</th>
              <th className={styles.proofCell}>{t('list.proof')}</th>
              <th>{t('found.chain')}</th>
              <th className={styles.actions} aria-label={t('list.actions')} />
            </tr>
          </thead>
          <tbody>
            {backups.slice(0, shown).map((backup) => (
              <RestoreRow key={backup.token} backup={backup} onAction={onAction} />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <Button type="link" size="small" onClick={() => setShown(shown + pageRows)}>
          {t('found.more', { count: Math.min(rest, pageRows), rest })}
        </Button>
      )}
    </section>
  )
}
