import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { kindOf, previewOf } from '@shared/features/attachments/media-type.rules'
import { AttachmentIcon } from '../attachment-icon'
import { PreviewImage } from './preview-image'
import styles from './preview.module.css'
import { PreviewText } from './preview-text'

/** A megabyte of script that nobody needs who opens no PDF. */
const PreviewPdf = lazy(async () => ({ default: (await import('./preview-pdf')).PreviewPdf }))

/** What a file shows of itself, by its content; never a page or a program of its own. */
export function Preview({ item }: { item: AttachmentItem }) {
  switch (previewOf(item.mediaType)) {
    case 'image':
      return <PreviewImage item={item} />
    case 'pdf':
      return (
        <Suspense fallback={null}>
          <PreviewPdf id={item.id} bytes={item.bytes} />
        </Suspense>
      )
    case 'text':
      return <PreviewText id={item.id} bytes={item.bytes} />
    case 'none':
      return <NoPreview item={item} />
  }
}

function NoPreview({ item }: { item: AttachmentItem }) {
  const { t } = useTranslation('attachments')
  return (
    <div className={styles.none}>
      <AttachmentIcon mediaType={item.mediaType} size={40} />
      <p className={styles.words}>
        {t(kindOf(item.mediaType) === 'program' ? 'noPreview.program' : 'noPreview.other')}
      </p>
    </div>
  )
}
