import { Button, Segmented } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { conditionLimits } from '@shared/features/conditions/conditions.schema'
import { IconButton } from '@renderer/components/icon-button'
import {
  blankCondition,
  blankGroup,
  type DraftGroup,
  type DraftSet,
} from '@renderer/lib/condition-drafts'
import { ConditionRow } from './condition-row'
import styles from './conditions.module.css'

const mostGroups = 5

/** Puts a rule together from conditions that all or any of which have to hold; a group is such a rule inside of it (R040, R073). */
export function ConditionEditor({
  value,
  fields,
  onChange,
}: {
  value: DraftSet
  /** Custom fields at work. */
  fields: readonly CustomField[]
  onChange: (value: DraftSet) => void
}) {
  const { t } = useTranslation('conditions')
  const { groups } = value
  const setGroup = (key: number, next: DraftGroup | null) =>
    onChange({
      ...value,
      groups: groups.flatMap((group) => (group.key === key ? (next ? [next] : []) : [group])),
    })
  return (
    <div className={styles.editor}>
      <Conditions
        value={value}
        fields={fields}
        onChange={(next) => onChange({ ...value, ...next })}
      >
        {groups.length < mostGroups && (
          <Button
            size="small"
            onClick={() => onChange({ ...value, groups: [...groups, blankGroup()] })}
          >
            <Plus size={14} strokeWidth={1.6} aria-hidden />
            {t('addGroup')}
          </Button>
        )}
      </Conditions>
      {groups.map((group, index) => (
        <fieldset key={group.key} className={styles.group}>
          <legend className={styles.legend}>{t('group', { number: index + 1 })}</legend>
          <Conditions value={group} fields={fields} onChange={(next) => setGroup(group.key, next)}>
            <IconButton
              icon={X}
              label={t('dropGroup', { number: index + 1 })}
              onClick={() => setGroup(group.key, null)}
            />
          </Conditions>
        </fieldset>
      ))}
    </div>
  )
}

function Conditions({
  value,
  fields,
  onChange,
  children,
}: {
  value: DraftGroup
  fields: readonly CustomField[]
  onChange: (value: DraftGroup) => void
  children: React.ReactNode
}) {
  const { t } = useTranslation('conditions')
  const { match, conditions } = value
  return (
    <>
      {conditions.length > 1 && (
        <Segmented
          size="small"
          className={styles.match ?? ''}
          aria-label={t('match')}
          value={match}
          options={(['all', 'any'] as const).map((one) => ({ value: one, label: t(one) }))}
          onChange={(next) => onChange({ ...value, match: next })}
        />
      )}
      {conditions.length > 0 && (
        <ul className={styles.list}>
          {conditions.map((condition, index) => (
            <ConditionRow
              key={condition.key}
              number={index + 1}
              value={condition}
              fields={fields}
              onChange={(next) =>
                onChange({
                  ...value,
                  conditions: conditions.map((one) => (one.key === condition.key ? next : one)),
                })
              }
              onRemove={() =>
                onChange({
                  ...value,
                  conditions: conditions.filter(({ key }) => key !== condition.key),
                })
              }
            />
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <Button
          size="small"
          disabled={conditions.length >= conditionLimits.conditions}
          onClick={() =>
            onChange({ ...value, conditions: [...conditions, blankCondition('industry')] })
          }
        >
          <Plus size={14} strokeWidth={1.6} aria-hidden />
          {t('add')}
        </Button>
        {children}
      </div>
    </>
  )
}
