import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { SectionHead } from './section-head'
import styles from './settings.module.css'

/** Version of the program, where the book lies, when it was last backed up, the licence. */
export function AboutSection({ title }: { title: string }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const { data: vault } = useRouteQuery('vault.getState', {})
  const rows = {
    version: preferences?.appVersion,
    book: vault?.book?.name,
    folder: vault?.book?.folder,
    lastBackup: vault?.lastBackup ? format.full(vault.lastBackup.at) : t('about.never'),
    license: t('about.licenseText'),
  }
  return (
    <>
      <SectionHead title={title} />
      <div className={styles.rows}>
        {(['version', 'book', 'folder', 'lastBackup', 'license'] as const).map((name) => (
          <div key={name} className={styles.row}>
            <span className={styles.label}>{t(`about.${name}`)}</span>
            <span className={styles.value}>{rows[name]}</span>
          </div>
        ))}
      </div>
    </>
  )
}
