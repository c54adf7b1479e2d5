import { CircleCheck, Minus, NotebookPen, Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn } from '@shared/features/imports/imports.schema'
import styles from './reading-mark.module.css'

const icons = {
  'as-is': CircleCheck,
  choice: CircleCheck,
  'excel-date': CircleCheck,
  'split-contact': Split,
  'split-tags': Split,
  'split-follow-ups': Split,
  'split-address': Split,
  sum: CircleCheck,
  'kept-in-notes': NotebookPen,
  empty: Minus,
} as const

/** How the cells of a column are read, as icon and words. */
export function ReadingMark({ column }: { column: ImportColumn }) {
  const { t } = useTranslation('imports')
  const left = column.target === 'ignore' && column.reading !== 'empty'
  const Icon = left ? Minus : icons[column.reading]
  const isSplit = Icon === Split
  const tone = isSplit ? styles.split : Icon === CircleCheck ? styles.read : styles.quiet
  return (
    <span className={styles.mark}>
      <Icon size={14} strokeWidth={1.6} aria-hidden className={tone} />
      {left ? t('reading.left-out') : t(`reading.${column.reading}`)}
    </span>
  )
}
