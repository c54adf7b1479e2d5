import { FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { cancelJob, chooseFile, readFile } from './import-actions'
import { EncodingSelect } from './encoding-select'
import { ImportError } from './import-error'
import styles from './file-step.module.css'
import { useImportStore } from './import-store'
import { PastImports } from './past-imports'

/** First page: the file, and what was imported before. */
export function FileStep() {
  const { t } = useTranslation('imports')
  const { file, job, progress, error } = useImportStore()
  const isReading = job?.kind === 'read'
  return (
    <div className={styles.scroll} data-region>
      <button
        type="button"
        className={styles.drop}
        disabled={isReading}
        onClick={() => void chooseFile()}
      >
        <FileUp size={20} strokeWidth={1.6} aria-hidden />
        <span className={styles.choose}>{t('file.choose')}</span>
        <span className={styles.hint}>{t('file.hint')}</span>
      </button>
      {isReading && (
        <div className={styles.job}>
          <span>{file?.fileName}</span>
          <JobProgressBar progress={progress} onCancel={() => void cancelJob()} />
        </div>
      )}
      {error !== null && !isReading && (
        <div className={styles.error}>
          <ImportError error={error} />
          {file && canRead(error) && (
            <label className={styles.encoding}>
              {t('encoding.label')}
              <EncodingSelect value={null} onChange={(encoding) => void readFile(encoding)} />
            </label>
          )}
        </div>
      )}
      <PastImports />
    </div>
  )
}

/** Another encoding may help with a text that was not understood; never with a workbook or a line without end. */
function canRead(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  if (error.code === 'imports.not-text') return error.details.kind === 'unknown'
  return error.code === 'imports.wrong-encoding'
}
