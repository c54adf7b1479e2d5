import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { chunkBytes } from '@shared/features/attachments/attachments.rules'
import { loadAttachment } from '../attachment-bytes'
import { decodeText } from './decode-text'
import { PreviewFailed } from './preview-failed'
import styles from './preview.module.css'
import { useLoaded } from './use-loaded'

/** How a text file begins. HTML and scripts are text like any other. */
export function PreviewText({ id, bytes }: { id: number; bytes: number }) {
  const { t } = useTranslation('attachments')
  const load = useCallback(
    async (signal: AbortSignal) => {
      const first = new Uint8Array(await loadAttachment(id, { part: 0, signal }))
      return decodeText(first, bytes <= chunkBytes)
    },
    [id, bytes],
  )
  const loaded = useLoaded(load)
  if (loaded.state === 'loading') return null
  if (loaded.state === 'failed') return <PreviewFailed />
  return (
    <>
      <pre className={styles.text} tabIndex={0}>
        {loaded.value.text}
      </pre>
      {loaded.value.isCut && <p className={styles.rest}>{t('textCut')}</p>}
    </>
  )
}
