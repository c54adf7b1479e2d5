import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { RevealValue } from '@renderer/components/reveal-value'
import { useErrorToast } from '@renderer/lib/announce'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import { useReveal } from '../use-reveal'
import styles from './profile-tab.module.css'

/** Every field that holds something and that one may see, in reading order. */
export function ProfileTab({ detail, rights }: { detail: CustomerDetail; rights: CustomerRights }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { values, toggle } = useReveal(detail.id, useErrorToast())
  const date = (value: string | null) => value && format.isoDate(value)
  const covered = (value: string | null) => value && <span data-private>{value}</span>
  const sealed = (field: 'idCard' | 'bankAccount', masked: string | null) =>
    masked && (
      <RevealValue
        masked={masked}
        shown={values[field]}
        label={t(`field.${field}`)}
        onToggle={rights.idNumber === 'full' ? () => void toggle(field) : null}
      />
    )

  const rows: [string, React.ReactNode][] = [
    ['code', detail.code],
    ['kind', t(`common:kind.${detail.kind}`)],
    [detail.kind === 'company' ? 'companyName' : 'name', covered(detail.name)],
    ['contactPerson', covered(detail.contactPerson)],
    ['gender', covered(detail.gender && t(`common:gender.${detail.gender}`))],
    ['birthDate', covered(date(detail.birthDate))],
    ['idCard', sealed('idCard', detail.idCardMasked)],
    ['creditCode', detail.creditCode],
    ['bankAccount', sealed('bankAccount', detail.bankAccountMasked)],
    ['industry', detail.industry],
    ['companySize', detail.companySize && t(`common:companySize.${detail.companySize}`)],
    ['foundedOn', date(detail.foundedOn)],
    ['address', covered(detail.address)],
    ['source', detail.source],
    ['firstContactOn', date(detail.firstContactOn)],
    ['lostReason', covered(detail.lostReason)],
    ['need', covered(detail.need)],
    ['notes', covered(detail.notes)],
    ['externalId', detail.externalId],
    ['owner', detail.pooledAt === null ? detail.ownerName : t('owner.pool')],
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
