import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { useFormat } from '@renderer/lib/format'
import { RevealValue } from '../reveal-value'
import { useReveal } from '../use-reveal'
import styles from './profile-tab.module.css'

/** Every field that holds something, in reading order. */
export function ProfileTab({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { values, toggle } = useReveal(detail.id, useErrorToast())
  const date = (value: string | null) => value && format.isoDate(value)

  const rows: [string, React.ReactNode][] = [
    ['code', detail.code],
    ['kind', t(`common:kind.${detail.kind}`)],
    [detail.kind === 'company' ? 'companyName' : 'name', detail.name],
    ['contactPerson', detail.contactPerson],
    ['gender', detail.gender && t(`common:gender.${detail.gender}`)],
    ['birthDate', date(detail.birthDate)],
    [
      'idCard',
      detail.idCardMasked && (
        <RevealValue
          masked={detail.idCardMasked}
          shown={values.idCard}
          label={t('field.idCard')}
          onToggle={() => void toggle('idCard')}
        />
      ),
    ],
    ['industry', detail.industry],
    ['companySize', detail.companySize && t(`common:companySize.${detail.companySize}`)],
    ['foundedOn', date(detail.foundedOn)],
    ['address', detail.address],
    ['source', detail.source],
    ['firstContactOn', date(detail.firstContactOn)],
    ['lostReason', detail.lostReason],
    ['need', detail.need],
    ['notes', detail.notes],
    ['externalId', detail.externalId],
    ['owner', detail.ownerName],
    ['creator', detail.creatorName],
    ['createdAt', format.full(detail.createdAt)],
  ]
  return (
    <dl className={styles.profile}>
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
