import { Button, Checkbox, Dropdown, Input, type MenuProps } from 'antd'
import { MoreHorizontal, Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  tagColors,
  tagSubgroups,
  type TagFields,
  type TagWithCount,
} from '@shared/features/tags/tags.schema'
import { TagChip } from '@renderer/components/tag-chip'
import { useConditionWords } from '@renderer/lib/condition-words'
import { isPlainEnter } from '@renderer/lib/ime'
import styles from './tags-page.module.css'

export type TagRowActions = {
  update: (change: Partial<TagFields>) => Promise<boolean>
  show: () => void
  setRule: () => void
  archive: () => void
  remove: () => void
}

/** One tag: its chip, by which rule it comes, how many wear it, and for those who manage them what can be done to it. */
export function TagRow({
  tag,
  selected,
  onSelect,
  actions,
}: {
  tag: TagWithCount
  selected: boolean
  /** Null for those who only look. */
  onSelect: ((selected: boolean) => void) | null
  actions: TagRowActions
}) {
  const { t } = useTranslation(['tags', 'common'])
  const wordsOf = useConditionWords()
  const [renaming, setRenaming] = useState(false)
  const words = tag.rule ? wordsOf(tag.rule) : t('byRule')
  return (
    <li className={styles.row}>
      {onSelect && (
        <Checkbox
          checked={selected}
          aria-label={t('select', { name: tag.name })}
          onChange={({ target }) => onSelect(target.checked)}
        />
      )}
      <span className={styles.chip}>
        {renaming ? (
          <Rename tag={tag} onDone={() => setRenaming(false)} update={actions.update} />
        ) : (
          <TagChip type={tag.type} name={tag.name} color={tag.color} />
        )}
      </span>
      <span className={styles.rule} title={tag.automatic ? words : undefined}>
        {tag.automatic && (
          <>
            <Zap size={14} strokeWidth={1.6} role="img" aria-label={t('automatic')} />
            <span className={styles.words}>{words}</span>
          </>
        )}
      </span>
      <Button
        type="link"
        size="small"
        className={styles.count ?? ''}
        disabled={tag.customers === 0}
        aria-label={t('showWearers', { name: tag.name, count: tag.customers })}
        onClick={actions.show}
      >
        {t('wearers', { count: tag.customers })}
      </Button>
      {onSelect && <RowMenu tag={tag} actions={actions} onRename={() => setRenaming(true)} />}
    </li>
  )
}

function Rename({
  tag,
  update,
  onDone,
}: {
  tag: TagWithCount
  update: TagRowActions['update']
  onDone: () => void
}) {
  const { t } = useTranslation('tags')
  const [name, setName] = useState(tag.name)
  const save = async () => {
    onDone()
    if (name.trim() !== '' && name.trim() !== tag.name) await update({ name })
  }
  return (
    <Input
      autoFocus
      size="small"
      maxLength={100}
      aria-label={t('renameOne', { name: tag.name })}
      value={name}
      onChange={({ target }) => setName(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (isPlainEnter(event)) event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone()
        }
      }}
    />
  )
}

function RowMenu({
  tag,
  actions,
  onRename,
}: {
  tag: TagWithCount
  actions: TagRowActions
  onRename: () => void
}) {
  const { t } = useTranslation('tags')
  const items: MenuProps['items'] = [
    { key: 'rename', label: t('rename'), onClick: onRename },
    {
      key: 'color',
      label: t('color'),
      children: [null, ...tagColors].map((color) => ({
        key: `color-${color}`,
        label: (
          <TagChip
            type={tag.type}
            color={color}
            name={color === null ? t('colorOfType') : t(`colors.${color}`)}
          />
        ),
        onClick: () => void actions.update({ color }),
      })),
    },
    ...(tag.type === 'need'
      ? [
          {
            key: 'subgroup',
            label: t('subgroup'),
            children: [...tagSubgroups, null].map((subgroup) => ({
              key: `subgroup-${subgroup}`,
              label: t(`subgroups.${subgroup ?? 'other'}`),
              onClick: () => void actions.update({ subgroup }),
            })),
          },
        ]
      : []),
    { key: 'rule', label: t('setRule'), onClick: actions.setRule },
    { type: 'divider' },
    { key: 'archive', label: t('archive'), onClick: actions.archive },
    { key: 'remove', label: t('delete'), danger: true, onClick: actions.remove },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <Button
        type="text"
        size="small"
        aria-label={t('more', { name: tag.name })}
        icon={<MoreHorizontal size={16} strokeWidth={1.6} aria-hidden />}
      />
    </Dropdown>
  )
}
