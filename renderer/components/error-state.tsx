import { Button } from 'antd'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '@renderer/lib/error-text'
import styles from './states.module.css'

/** Stands in place of a region that could not be read: what happened, and 重试. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  return (
    <div className={styles.state} role="alert">
      <p className={styles.text}>
        <CircleAlert size={20} strokeWidth={1.6} aria-hidden className={styles.errorIcon} />
        {errorText(error)}
      </p>
      {onRetry && (
        <div className={styles.actions}>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </div>
      )}
    </div>
  )
}
