import { Dropdown, Popover } from 'antd'
import { ListFilterPlus, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomCondition } from '@shared/features/custom-fields/custom-filter.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useRouteQuery } from '@renderer/lib/client'
import { useCustomFields, useCustomWords } from '@renderer/lib/custom-fields'
import { CustomConditionForm } from './custom-condition-form'
import { conditionWords, fittingConditions } from './custom-conditions'
import styles from './custom-filter.module.css'
import chips from './filter-row.module.css'
import { changeFilter, useListStore } from './list-store'

/** Chooses a field to filter by; the condition is put together in the line below. */
export function CustomFilterMenu() {
  const { t } = useTranslation('custom-fields')
  const fields = useCustomFields()
  if (fields.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: styles.menu ?? '',
        items: fields.map(({ id, name }) => ({
          key: id,
          label: name,
          onClick: () => useListStore.setState({ asking: id }),
        })),
      }}
    >
      <span>
        <IconButton icon={ListFilterPlus} label={t('filter')} onClick={() => undefined} />
      </span>
    </Dropdown>
  )
}

/** The conditions on fields of one's own, each a chip that opens its form (R073); nothing while there are none. */
export function CustomFilterRow() {
  const { t } = useTranslation('custom-fields')
  const fields = useCustomFields()
  const conditions = useListStore((state) => state.filter.custom)
  const asking = useListStore((state) => state.asking)
  useFittingConditions(conditions)
  const asked = fields.find(({ id }) => id === asking)
  if (conditions.length === 0 && !asked) return null
  const change = (custom: CustomCondition[]) => changeFilter({ custom })
  const stop = () => useListStore.setState({ asking: null })
  return (
    <div className={styles.row} role="group" aria-label={t('conditions')}>
      {conditions.map((condition, index) => (
        <Chip
          key={`${condition.fieldId} ${index}`}
          fieldId={condition.fieldId}
          condition={condition}
          onApply={(next) => change(conditions.with(index, next))}
          onDrop={() => change(conditions.toSpliced(index, 1))}
        />
      ))}
      {asked && (
        <Chip
          key={`new ${asked.id}`}
          fieldId={asked.id}
          condition={null}
          onApply={(next) => {
            stop()
            change([...conditions, next])
          }}
          onDrop={stop}
        />
      )}
    </div>
  )
}

function Chip({
  fieldId,
  condition,
  onApply,
  onDrop,
}: {
  fieldId: number
  condition: CustomCondition | null
  onApply: (condition: CustomCondition) => void
  onDrop: () => void
}) {
  const { t } = useTranslation(['custom-fields', 'customers'])
  const words = useCustomWords()
  const field = useCustomFields().find(({ id }) => id === fieldId)
  const [open, setOpen] = useState(condition === null)
  if (!field) return null
  return (
    <span className={`${chips.chip} ${chips.active}`}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={
          <CustomConditionForm
            field={field}
            condition={condition}
            onApply={(next) => {
              setOpen(false)
              onApply(next)
            }}
          />
        }
      >
        <button
          type="button"
          className={chips.chipButton}
          aria-expanded={open}
          aria-haspopup="dialog"
        >
          <span>{field.name}</span>
          {condition && (
            <strong data-private className={chips.values}>
              {conditionWords(condition, field, t, words)}
            </strong>
          )}
        </button>
      </Popover>
      <button
        type="button"
        className={chips.drop}
        aria-label={t('customers:list.dropCondition', { name: field.name })}
        onClick={onDrop}
      >
        <X size={13} strokeWidth={1.6} aria-hidden />
      </button>
    </span>
  )
}

/** A field that was archived or got another type meanwhile takes its conditions along. */
function useFittingConditions(conditions: readonly CustomCondition[]): void {
  const { data } = useRouteQuery('custom-fields.list', {}, { enabled: conditions.length > 0 })
  useEffect(() => {
    if (!data) return
    const active = data.fields.filter(({ archivedAt }) => archivedAt === null)
    const fitting = fittingConditions(conditions, active)
    if (fitting.length < conditions.length) changeFilter({ custom: fitting })
  }, [data, conditions])
}
