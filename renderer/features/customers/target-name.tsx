import { useTranslation } from 'react-i18next'
import type { CustomerTarget } from './target'
import styles from './target-name.module.css'

/** Whom a dialog is about, behind its title: the one, or how many. */
export function TargetName({ target }: { target: CustomerTarget }) {
  const { t } = useTranslation('customers')
  return (
    <span data-private={target.name !== null || undefined} className={styles.target}>
      {target.name ?? t('stageDialog.forMany', { count: target.ids.length })}
    </span>
  )
}
