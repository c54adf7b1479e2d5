import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import type {
  CustomCondition,
  CustomOperation,
} from '@shared/features/custom-fields/custom-filter.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { CustomValueInput } from '@renderer/components/custom-value-input'
import { blockComposingEnter } from '@renderer/lib/ime'
import styles from './custom-filter.module.css'
import { conditionOf, draftOf } from './custom-conditions'

/** Puts together one condition on a field by its type. */
export function CustomConditionForm({
  field,
  condition,
  onApply,
}: {
  field: CustomField
  condition: CustomCondition | null
  onApply: (condition: CustomCondition) => void
}) {
  const { t } = useTranslation('custom-fields')
  const [draft, setDraft] = useState(() => draftOf(field, condition))
  const result = conditionOf(field, draft)
  const asked = draft.op === 'any' ? { ...field, type: 'multi-choice' as const } : field
  const end = (name: 'from' | 'to') => (
    <CustomValueInput
      field={field}
      aria-label={t(`end.${name}`)}
      value={draft[name]}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
    />
  )
  return (
    <form
      className={styles.form}
      aria-label={t('filterBy', { name: field.name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (result) onApply(result)
      }}
      onKeyDown={blockComposingEnter}
    >
      <Select
        aria-label={t('operation')}
        value={draft.op}
        options={operationsOf[field.type].map((op) => ({ value: op, label: t(`op.${op}`) }))}
        onChange={(op: CustomOperation) => setDraft({ ...draft, op })}
      />
      {draft.op === 'between' && (
        <div className={styles.ends}>
          {end('from')}
          <span aria-hidden>–</span>
          {end('to')}
        </div>
      )}
      {draft.op === 'contains' && (
        <Input
          aria-label={t('value')}
          autoFocus
          value={draft.text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        />
      )}
      {(draft.op === 'is' || draft.op === 'any') && (
        <CustomValueInput
          field={asked}
          aria-label={t('value')}
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
        />
      )}
      <Button type="primary" size="small" htmlType="submit" disabled={result === null}>
        {t('apply')}
      </Button>
    </form>
  )
}
