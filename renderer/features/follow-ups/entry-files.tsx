import { Paperclip, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import styles from './entry-files.module.css'

/** Files that will come with the entry, each with its cross; those that have to be chosen again say so. */
export function ChosenFiles({
  files,
  lost,
  onDrop,
  onDropLost,
}: {
  files: readonly File[]
  lost: readonly string[]
  onDrop: (index: number) => void
  onDropLost: ((name: string) => void) | undefined
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  if (files.length + lost.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t('composer.files')}>
      {files.map((file, index) => (
        <li key={index} className={styles.file}>
          <Paperclip size={13} strokeWidth={1.6} aria-hidden />
          <PrivateText text={file.name} className={styles.name} />
          <span className={styles.size}>{format.bytes(file.size)}</span>
          <button
            type="button"
            className={styles.drop}
            aria-label={t('composer.dropFile')}
            onClick={() => onDrop(index)}
          >
            <X size={13} strokeWidth={1.6} aria-hidden />
          </button>
        </li>
      ))}
      {lost.map((name) => (
        <li key={name} className={`${styles.file} ${styles.lost}`}>
          <Paperclip size={13} strokeWidth={1.6} aria-hidden />
          <PrivateText text={name} className={styles.name} />
          <span className={styles.again}>{t('composer.chooseAgain')}</span>
          <button
            type="button"
            className={styles.drop}
            aria-label={t('composer.dropFile')}
            onClick={() => onDropLost?.(name)}
          >
            <X size={13} strokeWidth={1.6} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Adds files to the entry. */
export function FileButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('follow-ups')
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        icon={Paperclip}
        label={t('composer.addFiles')}
        placement="top"
        onClick={() => field.current?.click()}
      />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('composer.addFiles')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // So that choosing the same file again is a change, too.
          event.target.value = ''
        }}
      />
    </>
  )
}
