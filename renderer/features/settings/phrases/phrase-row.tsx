import { Button } from 'antd'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Phrase } from '@shared/features/phrases/phrases.schema'
import { IconButton } from '@renderer/components/icon-button'
import styles from './phrases.module.css'

/** One phrase: its title, the type it is for, and its words. */
export function PhraseRow({
  phrase,
  canWrite,
  onEdit,
  onMove,
  onDelete,
}: {
  phrase: Phrase
  canWrite: boolean
  onEdit: () => void
  onMove: (step: -1 | 1) => void
  onDelete: () => void
}) {
  const { t } = useTranslation(['phrases', 'common'])
  const { title, type, content } = phrase
  return (
    <li className={styles.row}>
      <span className={styles.title}>{title}</span>
      <span className={styles.type}>{type ? t(`common:followUpType.${type}`) : t('anyType')}</span>
      <span className={styles.content} title={content}>
        {content.replaceAll('\n', ' ')}
      </span>
      {canWrite && (
        <span className={styles.actions}>
          <IconButton icon={ArrowUp} label={t('up', { title })} onClick={() => onMove(-1)} />
          <IconButton icon={ArrowDown} label={t('down', { title })} onClick={() => onMove(1)} />
          <IconButton icon={Trash2} label={t('delete', { title })} onClick={onDelete} />
          <Button size="small" onClick={onEdit}>
            {t('edit')}
          </Button>
        </span>
      )}
    </li>
  )
}
