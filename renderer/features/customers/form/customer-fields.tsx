import { Segmented } from 'antd'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  companySizes,
  customerKinds,
  genders,
  stages,
  tiers,
} from '@shared/features/customers/customers.enums'
import { SectionTitle } from '@renderer/components/section-title'
import { StageMark } from '@renderer/components/stage-mark'
import { TierMark } from '@renderer/components/tier-mark'
import type { CustomerRights } from '../customer-rights'
import styles from './customer-form.module.css'
import { ChoiceField, type CustomerControl, DateField, TextField } from './form-fields'
import { listKindFields } from './form-values'

/**
 * The fields of a customer; which ones stand there depends on person or company (R023). Groups that one does not see whole
 * are left out; saving keeps them as they are (R084).
 */
export function CustomerFieldset({
  control,
  rights,
}: {
  control: CustomerControl
  rights: CustomerRights
}) {
  const { t } = useTranslation('customers')
  const values = useWatch({ control })
  const kind = values.kind ?? 'company'
  const shown = listKindFields({ ...values, kind, name: values.name ?? '' })
  const has = (name: (typeof shown)[number]) => shown.includes(name)
  const contact = rights.contact === 'full'
  const notes = rights.notes === 'full'
  const numbers = rights.idNumber === 'full'
  const datePlaceholder = t('form.datePlaceholder')

  return (
    <>
      <section className={styles.section}>
        <Controller
          control={control}
          name="kind"
          render={({ field: { ref: _ref, ...field } }) => (
            <Segmented
              {...field}
              className={styles.kind}
              aria-label={t('field.kind')}
              options={customerKinds
                .toReversed()
                .map((one) => ({ value: one, label: t(`common:kind.${one}`) }))}
            />
          )}
        />
        <div className={styles.wide}>
          <TextField
            control={control}
            name="name"
            label={t(kind === 'company' ? 'field.companyName' : 'field.name')}
            hint={kind === 'company' ? t('form.companyNameHint') : undefined}
            required
            autoFocus
          />
        </div>
        {contact && has('contactPerson') && (
          <TextField control={control} name="contactPerson" label={t('field.contactPerson')} />
        )}
        {contact && has('gender') && (
          <ChoiceField
            control={control}
            name="gender"
            label={t('field.gender')}
            clearable
            isPrivate
            options={genders.map((one) => ({ value: one, label: t(`common:gender.${one}`) }))}
          />
        )}
        {contact && (
          <>
            <TextField control={control} name="phone" label={t('field.phone')} inputMode="tel" />
            <TextField control={control} name="email" label={t('field.email')} inputMode="email" />
          </>
        )}
        {contact && has('birthDate') && (
          <DateField
            control={control}
            name="birthDate"
            label={t('field.birthDate')}
            placeholder={datePlaceholder}
          />
        )}
        <TextField control={control} name="industry" label={t('field.industry')} />
        {has('companySize') && (
          <ChoiceField
            control={control}
            name="companySize"
            label={t('field.companySize')}
            clearable
            options={companySizes.map((one) => ({
              value: one,
              label: t(`common:companySize.${one}`),
            }))}
          />
        )}
        {has('foundedOn') && (
          <DateField
            control={control}
            name="foundedOn"
            label={t('field.foundedOn')}
            placeholder={datePlaceholder}
          />
        )}
        {contact && (
          <div className={styles.wide}>
            <TextField control={control} name="address" label={t('field.address')} />
          </div>
        )}
      </section>

      <section className={styles.section}>
        <div className={styles.wide}>
          <SectionTitle>{t('form.business')}</SectionTitle>
        </div>
        <ChoiceField
          control={control}
          name="stage"
          label={t('field.stage')}
          options={stages.map((one) => ({ value: one, label: <StageMark stage={one} /> }))}
        />
        <ChoiceField
          control={control}
          name="tier"
          label={t('field.tier')}
          options={tiers.map((one) => ({ value: one, label: <TierMark tier={one} /> }))}
        />
        {notes && values.stage === 'lost' && (
          <div className={styles.wide}>
            <TextField control={control} name="lostReason" label={t('field.lostReason')} required />
          </div>
        )}
        <TextField control={control} name="source" label={t('field.source')} />
        <DateField
          control={control}
          name="firstContactOn"
          label={t('field.firstContactOn')}
          placeholder={datePlaceholder}
        />
        {notes && (
          <>
            <div className={styles.wide}>
              <TextField control={control} name="need" label={t('field.need')} lines={2} />
            </div>
            <div className={styles.wide}>
              <TextField control={control} name="notes" label={t('field.notes')} lines={3} />
            </div>
          </>
        )}
      </section>

      <section className={styles.section}>
        <div className={styles.wide}>
          <SectionTitle>{t('form.more')}</SectionTitle>
        </div>
        {has('creditCode') && (
          <TextField control={control} name="creditCode" label={t('field.creditCode')} />
        )}
        {numbers && has('idCard') && (
          <TextField
            control={control}
            name="idCard"
            label={t('field.idCard')}
            hint={t('form.idCardHint')}
          />
        )}
        {numbers && (
          <TextField
            control={control}
            name="bankAccount"
            label={t('field.bankAccount')}
            hint={t('form.bankAccountHint')}
          />
        )}
        <TextField control={control} name="externalId" label={t('field.externalId')} />
      </section>
    </>
  )
}
