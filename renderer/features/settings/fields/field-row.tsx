import { Button } from 'antd'
import { Archive, GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { IconButton } from '@renderer/components/icon-button'
import { StageMark } from '@renderer/components/stage-mark'
import styles from './fields.module.css'
import type { FieldDrag } from './use-field-drag'

/** One field of the list. Its handle is dragged by the pointer; with the focus on it, ↑ and ↓ move the field. */
export function FieldRow({
  field,
  drag,
  open,
  onToggle,
  onMove,
  onArchive,
  children,
}: {
  field: CustomField
  drag: FieldDrag
  open: boolean
  onToggle: () => void
  onMove: (step: -1 | 1) => void
  onArchive: () => void
  /** The open editor. */
  children: React.ReactNode
}) {
  const { t } = useTranslation(['custom-fields', 'common'])
  const classes = [
    styles.row,
    drag.moving && styles.moving,
    drag.edge === 'before' && styles.before,
    drag.edge === 'after' && styles.after,
  ]
  return (
    <li className={classes.filter(Boolean).join(' ')} {...(open ? {} : drag.props)}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.handle}
          aria-label={t('move', { name: field.name })}
          title={t('moveHint')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            onMove(event.key === 'ArrowUp' ? -1 : 1)
          }}
        >
          <GripVertical size={16} strokeWidth={1.6} aria-hidden />
        </button>
        <span className={styles.name}>{field.name}</span>
        <span className={styles.meta}>{t(`type.${field.type}`)}</span>
        <span className={styles.meta}>{t(`kinds.${field.kinds}`)}</span>
        <span className={styles.stages}>
          {field.requiredStages.map((stage) => (
            <StageMark key={stage} stage={stage} />
          ))}
        </span>
        <IconButton
          icon={Archive}
          label={t('archiveOne', { name: field.name })}
          onClick={onArchive}
        />
        <Button size="small" aria-expanded={open} onClick={onToggle}>
          {t('edit')}
        </Button>
      </div>
      {children}
    </li>
  )
}
