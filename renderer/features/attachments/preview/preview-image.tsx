import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { attachmentUrl } from '../attachment-bytes'
import { PreviewFailed } from './preview-failed'
import styles from './preview.module.css'

/** A picture that fits its place; a click shows it in its own size, another one fits it again. */
export function PreviewImage({ item }: { item: AttachmentItem }) {
  const { t } = useTranslation('attachments')
  const [failed, setFailed] = useState(false)
  const [isActual, setActual] = useState(false)
  if (failed) return <PreviewFailed />
  return (
    <button
      type="button"
      className={isActual ? `${styles.zoom} ${styles.zoomed}` : styles.zoom}
      aria-label={t(isActual ? 'fit' : 'actualSize')}
      onClick={() => setActual((before) => !before)}
    >
      <img
        className={isActual ? styles.actual : styles.image}
        src={attachmentUrl(item.id)}
        alt={item.fileName}
        draggable={false}
        onError={() => setFailed(true)}
      />
    </button>
  )
}
