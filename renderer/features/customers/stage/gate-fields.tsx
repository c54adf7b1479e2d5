import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { optionalText } from '@shared/core/schemas'
import type { Stage } from '@shared/features/customers/customers.enums'
import type { GateField } from '@shared/features/lifecycle/lifecycle.rules'
import { stageFill } from '@shared/features/lifecycle/lifecycle.contract'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { isComposing } from '@renderer/lib/ime'
import type { GateFill, GateMore } from './gate-answer'
import { StageDate } from './stage-date'
import styles from './stage-dialog.module.css'

const form = stageFill.extend({ reason: optionalText(500) })
type Values = z.input<typeof form>
type Name = Exclude<keyof Values, 'reason'>

/** The inputs behind a missing part; a contact is a phone or an e-mail. */
const inputs: Record<GateField, Name[]> = {
  source: ['source'],
  contact: ['phone', 'email'],
  need: ['need'],
  industry: ['industry'],
  purchaseCycleDays: ['purchaseCycleDays'],
}

/** Just the fields that the stage asks for, with the reason and the day of the change. Everything may stay empty. */
export function GateFields({
  stage,
  missing,
  custom,
  onSave,
}: {
  stage: Stage
  missing: readonly GateField[]
  /** Names of custom fields that are missing; they are filled in on the profile. */
  custom: readonly string[]
  onSave: (fill: GateFill, more: GateMore) => Promise<void>
}) {
  const { t } = useTranslation('customers')
  const [at, setAt] = useState<number | null>(null)
  const names = missing.flatMap((field) => inputs[field])
  const { control, handleSubmit, formState } = useForm<Values, unknown, z.output<typeof form>>({
    resolver: zodResolver(form),
    defaultValues: {},
  })
  const values = useWatch({ control })
  const isFilled = names.some((name) => Boolean(values[name]))
  const save = handleSubmit(async ({ reason, ...fill }) => {
    const given = Object.entries(fill).filter(([, value]) => value !== null && value !== undefined)
    await onSave(Object.fromEntries(given), { reason, at })
  })
  return (
    <form
      className={styles.gate}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event))
          void save()
      }}
    >
      <p className={styles.lead}>{t('stageDialog.asks', { stage: t(`common:stage.${stage}`) })}</p>
      {custom.length > 0 && (
        <p className={styles.lead}>
          {t('stageDialog.custom', { fields: custom.join(t('list.and')) })}
        </p>
      )}
      {names.map((name, index) => (
        <Controller
          key={name}
          name={name}
          control={control}
          render={({ field: { ref, value, ...field }, fieldState }) => (
            <FormField label={t(`stageDialog.input.${name}`)} error={fieldState.error?.message}>
              {({ status, ...props }) =>
                name === 'purchaseCycleDays' ? (
                  <InputNumber<number>
                    {...props}
                    {...field}
                    {...(status ? { status } : {})}
                    ref={ref}
                    autoFocus={index === 0}
                    min={1}
                    max={3650}
                    precision={0}
                    suffix={t('stageDialog.days')}
                    value={typeof value === 'number' ? value : null}
                  />
                ) : (
                  <Input
                    {...props}
                    {...field}
                    {...(status ? { status } : {})}
                    ref={ref}
                    autoFocus={index === 0}
                    value={typeof value === 'string' ? value : ''}
                  />
                )
              }
            </FormField>
          )}
        />
      ))}
      <Controller
        name="reason"
        control={control}
        render={({ field: { value, ...field }, fieldState }) => (
          <FormField label={t('stageDialog.why')} error={fieldState.error?.message}>
            {({ status, ...props }) => (
              <Input {...props} {...field} {...(status ? { status } : {})} value={value ?? ''} />
            )}
          </FormField>
        )}
      />
      <StageDate at={at} onChange={setAt} />
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" loading={formState.isSubmitting}>
          {t(isFilled ? 'stageDialog.fillAndMove' : 'stageDialog.moveAnyway')}
          <Kbd keys="mod+enter" joined />
        </Button>
      </div>
    </form>
  )
}
