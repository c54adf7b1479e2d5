import { Archive, ArchiveRestore, ArrowRightLeft, Tags, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '@renderer/components/kbd'
import { useCustomerCommands } from '../use-customer-commands'
import styles from './bulk-bar.module.css'
import { clearSelected, useListStore } from './list-store'

/** What can be done with the chosen customers; floats over the foot of the list while there are any. */
export function BulkBar({ onTag, onStage }: { onTag: () => void; onStage: () => void }) {
  const { t } = useTranslation('customers')
  const selected = useListStore((state) => state.selected)
  const archived = useListStore((state) => state.filter.archived)
  const commands = useCustomerCommands()
  if (selected.size === 0) return null

  const moveAway = async () => {
    const ids = [...selected]
    if (await (archived ? commands.unarchive(ids) : commands.archive(ids))) clearSelected()
  }
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('bulk.label')}
      data-region
      tabIndex={-1}
    >
      <span className={styles.count} aria-live="polite">
        {t('bulk.selected', { count: selected.size })}
      </span>
      <span className={styles.rule} />
      <Action icon={Tags} text={t('bulk.tag')} onClick={onTag} />
      <Action icon={ArrowRightLeft} text={t('bulk.stage')} onClick={onStage} />
      <Action
        icon={archived ? ArchiveRestore : Archive}
        text={t(archived ? 'bulk.unarchive' : 'bulk.archive')}
        onClick={() => void moveAway()}
      />
      <span className={styles.rule} />
      <button
        type="button"
        className={styles.action}
        onClick={clearSelected}
        aria-label={t('bulk.clear')}
      >
        <Kbd keys="escape" />
      </button>
    </div>
  )
}

function Action({
  icon: Icon,
  text,
  onClick,
}: {
  icon: LucideIcon
  text: string
  onClick: () => void
}) {
  return (
    <button type="button" className={styles.action} onClick={onClick}>
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      {text}
    </button>
  )
}
