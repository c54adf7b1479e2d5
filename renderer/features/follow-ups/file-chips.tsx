import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntryFile } from '@shared/features/follow-ups/follow-ups.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import files from './entry-files.module.css'
import styles from './timeline.module.css'

/** The files that came with an entry; a press shows one. */
export function FileChips({
  files: items,
  onOpen,
}: {
  files: readonly EntryFile[]
  onOpen: (fileId: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  if (items.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('composer.files')}>
      {items.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className={`${files.file ?? ''} ${files.opens ?? ''}`}
            onClick={() => onOpen(file.id)}
          >
            <Paperclip size={13} strokeWidth={1.6} aria-hidden />
            <PrivateText text={file.fileName} className={files.name} />
            <span className={files.size}>{format.bytes(file.bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
