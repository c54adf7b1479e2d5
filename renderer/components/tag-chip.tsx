import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TagColor, TagType } from '@shared/features/tags/tags.schema'
import styles from './tag-chip.module.css'

const shapes: Record<TagType, React.ReactNode> = {
  need: <circle cx="4" cy="4" r="3" />,
  value: <path d="M4 .6 7.4 4 4 7.4.6 4z" />,
  risk: <path d="M4 .8 7.6 7.2H.4z" />,
}

/** Blue, gold and red are those of the types. */
const tones: Record<TagColor, string> = {
  ...{ blue: 'need', gold: 'value', red: 'risk' },
  ...{ green: 'green', purple: 'purple', gray: 'gray' },
}

/**
 * A tag: dot, diamond or triangle by its type, in its own colour or that of its type, words in text colour. `onSelected` is for a selected row, where the tint
 * gives way to the container colour; `onRemove` adds a small cross.
 */
export function TagChip({
  type,
  name,
  color = null,
  title = name,
  onSelected = false,
  onRemove,
}: {
  type: TagType
  name: string
  /** Null for that of its type. */
  color?: TagColor | null
  /** What the pointer is told; the name where nothing else is. */
  title?: string
  onSelected?: boolean
  onRemove?: () => void
}) {
  const { t } = useTranslation('common')
  const tone = color === null ? type : tones[color]
  return (
    <span
      className={styles.chip}
      style={{
        background: onSelected ? 'var(--ant-color-bg-container)' : `var(--kb-tag-${tone}-bg)`,
      }}
    >
      <svg
        width="8"
        height="8"
        viewBox="0 0 8 8"
        role="img"
        aria-label={t(`tagType.${type}`)}
        className={styles.shape}
        style={{ fill: `var(--kb-tag-${tone})` }}
      >
        {shapes[type]}
      </svg>
      <span className={styles.name} title={title}>
        {name}
      </span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('removeTag', { name })}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={1.6} aria-hidden />
        </button>
      )}
    </span>
  )
}
