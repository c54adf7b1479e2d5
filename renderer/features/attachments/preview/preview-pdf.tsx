import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@renderer/lib/format'
import { loadAttachment } from '../attachment-bytes'
import { isLockedPdf, openPdf } from './pdf-document'
import { PdfPage } from './pdf-page'
import { PreviewFailed } from './preview-failed'
import styles from './preview-pdf.module.css'
import { useLoaded } from './use-loaded'

/** The pages of a PDF one under the other, each drawn when it comes into sight. */
export function PreviewPdf({ id, bytes }: { id: number; bytes: number }) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const load = useCallback(
    async (signal: AbortSignal) => {
      const opened = await openPdf(await loadAttachment(id, { signal }))
      signal.addEventListener('abort', () => void opened.close(), { once: true })
      if (signal.aborted) await opened.close()
      return opened.document
    },
    [id],
  )
  const loaded = useLoaded(load)
  const isSlow = useDelay(loaded.state === 'loading')
  const [page, setPage] = useState(1)
  if (loaded.state === 'loading')
    return isSlow ? (
      <p className={styles.wait}>{t('opening', { size: format.bytes(bytes) })}</p>
    ) : null
  if (loaded.state === 'failed') return <PreviewFailed locked={isLockedPdf(loaded.error)} />
  const { numPages } = loaded.value
  return (
    <>
      <div className={styles.pages} tabIndex={0} role="region" aria-label={t('pages')}>
        {Array.from({ length: numPages }, (_, index) => (
          <PdfPage key={index} document={loaded.value} number={index + 1} onSeen={setPage} />
        ))}
      </div>
      <p className={styles.count} role="status">
        {t('page', { page: format.count(page), total: format.count(numPages) })}
      </p>
    </>
  )
}

/** True after something has taken longer than a moment. */
function useDelay(isRunning: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isRunning) return
    const timer = setTimeout(() => setLong(true), 200)
    return () => clearTimeout(timer)
  }, [isRunning])
  return isLong
}
