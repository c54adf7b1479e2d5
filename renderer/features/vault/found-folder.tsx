import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import styles from './found-folder.module.css'

/** Where a book lies now whose folder is gone, with the button to go on there. */
export function FoundFolder({ path }: { path: string }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const use = useVaultCommand(() => request('vault.useMoved', {}))
  return (
    <section className={styles.found} aria-label={t('moved.title')}>
      <h2 className={styles.title}>{t('moved.title')}</h2>
      <div className={styles.line}>
        <span className={styles.path}>{path}</span>
        <Button type="primary" loading={use.isPending} onClick={() => use.mutate(undefined)}>
          {t('moved.open')}
        </Button>
      </div>
      {use.error && !use.isPending && <Note tone="error">{errorText(use.error)}</Note>}
    </section>
  )
}
