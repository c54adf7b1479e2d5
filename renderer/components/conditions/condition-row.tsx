import { Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConditionField } from '@shared/features/conditions/conditions.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import { IconButton } from '@renderer/components/icon-button'
import { blankCondition, type ConditionDraft, opsOf } from '@renderer/lib/condition-drafts'
import { useRights } from '@renderer/lib/use-rights'
import { ConditionValue } from './condition-value'
import styles from './conditions.module.css'

const plainFields = [
  ...(['industry', 'source', 'kind', 'stage', 'tier', 'size', 'region'] as const),
  ...(['silence', 'follow-ups', 'tag'] as const),
] as const satisfies readonly ConditionField[]

/** One condition: what is asked, how, and for which value. Fields that one's role may not ask for are not offered (R084). */
export function ConditionRow({
  number,
  value,
  fields,
  onChange,
  onRemove,
}: {
  /** From 1, for the names of its parts. */
  number: number
  value: ConditionDraft
  fields: readonly CustomField[]
  onChange: (value: ConditionDraft) => void
  onRemove: () => void
}) {
  const { t } = useTranslation(['conditions', 'custom-fields'])
  const { level } = useRights()
  const custom = fields.find(({ id }) => id === value.fieldId)
  const seesNotes = level('notes', 'other') === 'full'
  const options = [
    ...plainFields.map((field) => ({ value: field as string, label: t(`field.${field}`) })),
    ...(level('money', 'other') === 'full'
      ? [{ value: 'revenue', label: t('field.revenue') }]
      : []),
    ...(seesNotes ? fields.map(({ id, name }) => ({ value: `custom:${id}`, label: name })) : []),
  ]
  const choose = (chosen: string) => {
    const field = fields.find(({ id }) => chosen === `custom:${id}`)
    const next = blankCondition(field ? 'custom' : (chosen as ConditionField), field)
    onChange({ ...next, key: value.key })
  }
  const { field } = value
  const ops =
    field === 'custom'
      ? (custom ? operationsOf[custom.type] : []).map((op) => ({
          value: op as string,
          label: t(`custom-fields:op.${op}`),
        }))
      : opsOf(field).map((op) => ({ value: op as string, label: t(`op.${op}`) }))
  return (
    <li className={styles.row}>
      <Select
        showSearch
        optionFilterProp="label"
        aria-label={t('fieldOf', { number })}
        value={field === 'custom' ? `custom:${value.fieldId}` : field}
        options={options}
        onChange={choose}
      />
      <Select
        aria-label={t('opOf', { number })}
        value={value.op}
        options={ops}
        onChange={(op) => onChange({ ...value, op })}
      />
      <div className={styles.value}>
        <ConditionValue
          value={value}
          custom={custom}
          label={t('valueOf', { number })}
          onChange={onChange}
        />
      </div>
      <IconButton icon={X} label={t('drop', { number })} onClick={onRemove} />
    </li>
  )
}
