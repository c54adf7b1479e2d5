import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import styles from './upload-lines.module.css'
import { dismissRefused, stopUpload, useUploadStore } from './upload-store'
import type { Saving } from './use-saving'

/** Files on their way to this customer, and those that were refused with the reason. */
export function UploadLines({ customerId }: { customerId: number }) {
  const { t } = useTranslation('attachments')
  const errorText = useErrorText()
  const { running, refused } = useUploadStore()
  const isHere = running?.customerId === customerId
  const files = refused?.customerId === customerId ? refused.files : []
  return (
    <>
      {running && (
        <div className={styles.line}>
          <span className={styles.what}>
            {t(isHere ? 'adding' : 'addingElsewhere', { count: running.files })}
          </span>
          <JobProgressBar progress={running.progress} onCancel={stopUpload} />
        </div>
      )}
      {files.length > 0 && (
        <div className={styles.line}>
          <Note tone="error">
            <div className={styles.refused}>
              <ul className={styles.files}>
                {files.map(({ fileName, error }, index) => (
                  <li key={index}>
                    <span data-private>{fileName}</span>
                    {t('colon')}
                    {errorText(error)}
                  </li>
                ))}
              </ul>
              <IconButton icon={X} label={t('dismiss')} onClick={dismissRefused} />
            </div>
          </Note>
        </div>
      )}
    </>
  )
}

/** A copy that is being written. */
export function SavingLine({ saving: { progress, cancel } }: { saving: Saving }) {
  const { t } = useTranslation('attachments')
  if (!progress) return null
  return (
    <div className={styles.line}>
      <span className={styles.what}>{t('saving')}</span>
      <JobProgressBar progress={progress} onCancel={() => void cancel()} />
    </div>
  )
}
