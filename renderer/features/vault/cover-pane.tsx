import { FileLock2, HardDrive, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Seal } from '@renderer/components/seal'
import { useFormat } from '@renderer/lib/format'
import styles from './cover-pane.module.css'
import { LedgerPane } from './ledger-pane'
import { Wordmark } from './wordmark'

/** Cover of the book: name, motto, and at the foot three facts; the backup line only where a book is known. */
export function CoverPane({ lastBackup }: { lastBackup: VaultState['lastBackup'] | undefined }) {
  const { t } = useTranslation('vault')
  const format = useFormat()
  const facts = [
    { icon: WifiOff, text: t('cover.offline') },
    { icon: FileLock2, text: t('cover.encrypted') },
    ...(lastBackup === undefined ? [] : [{ icon: HardDrive, text: backupWords() }]),
  ]
  return (
    <LedgerPane
      lines
      foot={
        <ul className={styles.facts}>
          {facts.map(({ icon: Icon, text }) => (
            <li key={text} className={styles.fact}>
              <Icon size={16} strokeWidth={1.6} aria-hidden />
              {text}
            </li>
          ))}
        </ul>
      }
    >
      <div className={styles.column} />
      <div className={styles.name}>
        <Wordmark label={t('common:appName')} />
        <Seal size={36} />
      </div>
      <p className={styles.motto}>{t('cover.motto')}</p>
    </LedgerPane>
  )

  function backupWords(): string {
    if (!lastBackup) return t('cover.neverBackedUp')
    const { at, drive } = lastBackup
    const when = format.day(at)
    return drive ? t('cover.backedUpOn', { when, drive }) : t('cover.backedUp', { when })
  }
}
