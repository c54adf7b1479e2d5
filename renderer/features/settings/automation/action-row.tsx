import { Input, InputNumber, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  automationLimits,
  type AutomationAction,
  type Whom,
} from '@shared/features/automation/automation.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './automation.module.css'
import { type ActionDraft, blankAction } from './rule-draft'
import { TagSelect } from './tag-select'

const kinds = [
  ...(['task', 'notice', 'next-date', 'add-tag', 'remove-tag', 'owner'] as const),
] as const satisfies readonly AutomationAction['do'][]

/** 就 …: one thing that a rule does. */
export function ActionRow({
  number,
  value,
  canRemove,
  onChange,
  onRemove,
}: {
  /** From 1, for the names of its parts. */
  number: number
  value: ActionDraft
  canRemove: boolean
  onChange: (value: ActionDraft) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('automation')
  const label = (part: string) => t('partOf', { number, part })
  const words = (name: string) => (
    <Input
      aria-label={label(name)}
      placeholder={name}
      value={value.text}
      onChange={({ target }) => onChange({ ...value, text: target.value })}
    />
  )
  const inDays = (
    <InputNumber
      min={0}
      max={automationLimits.days}
      precision={0}
      className={styles.days ?? ''}
      aria-label={label(t('inDays'))}
      suffix={t('unitDaysLater')}
      value={value.inDays}
      onChange={(next) => onChange({ ...value, inDays: next })}
    />
  )
  const whom = (
    <People
      label={label(t('whom'))}
      value={value.whom}
      withOwner
      onChange={(next) => onChange({ ...value, whom: next })}
    />
  )
  return (
    <li className={styles.action}>
      <Select
        aria-label={t('actionOf', { number })}
        value={value.do}
        options={kinds.map((kind) => ({ value: kind, label: t(`does.${kind}`) }))}
        onChange={(kind) => onChange({ ...blankAction(kind), key: value.key })}
      />
      <div className={styles.parts}>
        {value.do === 'task' && (
          <>
            {words(t('title'))}
            {inDays}
            {whom}
          </>
        )}
        {value.do === 'notice' && (
          <>
            {whom}
            {words(t('text'))}
          </>
        )}
        {value.do === 'next-date' && (
          <>
            {inDays}
            {words(t('note'))}
          </>
        )}
        {(value.do === 'add-tag' || value.do === 'remove-tag') && (
          <TagSelect
            single
            label={label(t('tag'))}
            value={value.id === null ? [] : [value.id]}
            onChange={([id = null]) => onChange({ ...value, id })}
          />
        )}
        {value.do === 'owner' && (
          <People
            label={label(t('person'))}
            value={value.id}
            onChange={(id) => onChange({ ...value, id: id === 'owner' ? null : id })}
          />
        )}
      </div>
      <IconButton
        icon={X}
        label={t('dropAction', { number })}
        disabled={!canRemove}
        onClick={onRemove}
      />
    </li>
  )
}

function People({
  label,
  value,
  withOwner = false,
  onChange,
}: {
  label: string
  value: Whom | null
  withOwner?: boolean
  onChange: (value: Whom) => void
}) {
  const { t } = useTranslation('automation')
  const { data } = useRouteQuery('ownership.listOwners', {})
  return (
    <Select<Whom>
      className={styles.people ?? ''}
      aria-label={label}
      placeholder={t('person')}
      value={value}
      options={[
        ...(withOwner ? [{ value: 'owner' as const, label: t('owner') }] : []),
        ...(data?.owners ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  )
}
