import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  automationLimits,
  type AutomationTrigger,
  watchedFields,
} from '@shared/features/automation/automation.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { stages } from '@shared/features/customers/customers.enums'
import { TagSelect } from './tag-select'
import styles from './automation.module.css'
import type { TriggerDraft } from './rule-draft'

const kinds = [
  'stage',
  'field',
  'tag-added',
  'created',
  'silence',
] as const satisfies readonly AutomationTrigger['on'][]

/** 当 … 时: what sets a rule off. */
export function TriggerEditor({
  value,
  fields,
  onChange,
}: {
  value: TriggerDraft
  fields: readonly CustomField[]
  onChange: (value: TriggerDraft) => void
}) {
  const { t } = useTranslation(['automation', 'common'])
  return (
    <div className={styles.line}>
      <Select
        aria-label={t('trigger')}
        value={value.on}
        options={kinds.map((on) => ({ value: on, label: t(`on.${on}`) }))}
        onChange={(on) => onChange({ ...value, on })}
      />
      <div className={styles.rest}>
        {value.on === 'field' && (
          <Select
            mode="multiple"
            className={styles.full ?? ''}
            aria-label={t('whichFields')}
            placeholder={t('whichFields')}
            value={value.fields}
            optionFilterProp="label"
            options={[
              ...watchedFields.map((field) => ({
                value: field as string,
                label: t(`watched.${field}`),
              })),
              ...fields.map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
            ]}
            onChange={(chosen: string[]) => onChange({ ...value, fields: chosen })}
          />
        )}
        {value.on === 'stage' && (
          <Select
            mode="multiple"
            className={styles.full ?? ''}
            aria-label={t('whichStages')}
            placeholder={t('whichStages')}
            value={value.stages}
            options={stages.map((stage) => ({
              value: stage as string,
              label: t(`common:stage.${stage}`),
            }))}
            onChange={(chosen: string[]) => onChange({ ...value, stages: chosen })}
          />
        )}
        {value.on === 'silence' && (
          <InputNumber
            min={1}
            max={automationLimits.days}
            precision={0}
            aria-label={t('days')}
            suffix={t('unitDays')}
            value={value.days}
            onChange={(days) => onChange({ ...value, days })}
          />
        )}
        {value.on === 'tag-added' && (
          <TagSelect
            label={t('whichTags')}
            value={value.tagIds}
            onChange={(tagIds) => onChange({ ...value, tagIds })}
          />
        )}
        {(value.on === 'created' || value.on === 'silence') && (
          <span className={styles.hint}>
            {value.on === 'created'
              ? t('capCreated', { count: automationLimits.createdAtOnce })
              : t('capSilence', { count: automationLimits.silentAtOnce })}
          </span>
        )}
      </div>
    </div>
  )
}
