import {
  Archive,
  ArchiveRestore,
  ArrowRightLeft,
  DoorOpen,
  Download,
  Ellipsis,
  Hand,
  Merge,
  Tags,
  Trash2,
  Undo2,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Kbd } from '@renderer/components/kbd'
import { useNarrow } from '@renderer/lib/use-narrow'
import type { CustomerRights } from '../customer-rights'
import { useCustomerCommands } from '../use-customer-commands'
import styles from './bulk-bar.module.css'
import { clearSelected, useListStore } from './list-store'

/** More than so many columns nobody compares. */
const mostMerged = 20

type BulkAction = {
  key: string
  icon: LucideIcon
  text: string
  run: () => void
  /** Behind ⋯ in a narrow window. */
  minor?: boolean
}

/** What one may do with the chosen customers; floats over the foot of the list while there are any. */
export function BulkBar({
  rights,
  onTag,
  onStage,
  onOwner,
  onErase,
  onExport,
}: {
  rights: CustomerRights
  onTag: () => void
  onStage: () => void
  onOwner: () => void
  onErase: () => void
  onExport: (ids: number[]) => void
}) {
  const { t } = useTranslation('customers')
  const narrow = useNarrow()
  const selected = useListStore((state) => state.selected)
  const { archived, bin } = useListStore((state) => state.filter)
  const commands = useCustomerCommands()
  const navigate = useNavigate()
  if (selected.size === 0) return null

  const onAll = (command: (ids: number[]) => Promise<boolean>) => async () => {
    if (await command([...selected])) clearSelected()
  }
  const actions: BulkAction[] = [
    rights.claim && {
      key: 'claim',
      icon: Hand,
      text: t('owner.claim'),
      run: () => void onAll(commands.claim)(),
    },
    rights.tag && { key: 'tag', icon: Tags, text: t('bulk.tag'), run: onTag },
    rights.transfer && {
      key: 'owner',
      icon: UserRound,
      text: t('owner.change'),
      run: onOwner,
    },
    rights.edit && { key: 'stage', icon: ArrowRightLeft, text: t('bulk.stage'), run: onStage },
    rights.edit &&
      selected.size > 1 &&
      selected.size <= mostMerged && {
        key: 'merge',
        icon: Merge,
        text: t('bulk.merge'),
        minor: true,
        run: () => void navigate(`/merge/${[...selected].join('-')}`),
      },
    rights.release && {
      key: 'release',
      icon: DoorOpen,
      text: t('owner.release'),
      minor: true,
      run: () => void onAll(commands.release)(),
    },
    rights.export && {
      key: 'export',
      icon: Download,
      text: t('export.action'),
      minor: true,
      run: () => onExport([...selected]),
    },
    rights.edit && {
      key: 'archive',
      icon: archived ? ArchiveRestore : Archive,
      text: t(archived ? 'bulk.unarchive' : 'bulk.archive'),
      minor: true,
      run: () => void onAll(archived ? commands.unarchive : commands.archive)(),
    },
    rights.remove && {
      key: 'remove',
      icon: Trash2,
      text: t('bulk.remove'),
      minor: true,
      run: () => void onAll(commands.remove)(),
    },
    rights.restore && {
      key: 'restore',
      icon: Undo2,
      text: t('bulk.restore'),
      run: () => void onAll(commands.restore)(),
    },
    // At work there is the bin first.
    bin && rights.erase && { key: 'erase', icon: Trash2, text: t('erase.menu'), run: onErase },
  ].filter((action) => action !== false)
  const behind = narrow ? actions.filter(({ minor }) => minor) : []

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
      {actions
        .filter((action) => !behind.includes(action))
        .map(({ key, icon: Icon, text, run }) => (
          <button key={key} type="button" className={styles.action} onClick={run}>
            <Icon size={16} strokeWidth={1.6} aria-hidden />
            {text}
          </button>
        ))}
      {behind.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="top"
          menu={{ items: behind.map(({ key, text, run }) => ({ key, label: text, onClick: run })) }}
        >
          <button type="button" className={styles.action} aria-label={t('bulk.more')}>
            <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
          </button>
        </Dropdown>
      )}
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
