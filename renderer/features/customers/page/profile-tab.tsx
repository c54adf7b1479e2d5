import { useTranslation } from 'react-i18next'
import { formatYuan } from '@shared/core/money'
import { regionName } from '@shared/core/regions/regions'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { SectionTitle } from '@renderer/components/section-title'
import { RevealValue } from '@renderer/components/reveal-value'
import { useErrorToast } from '@renderer/lib/announce'
import { useFormat } from '@renderer/lib/format'
import { useLunarWords } from '@renderer/lib/lunar-words'
import type { CustomerRights } from '../customer-rights'
import { useReveal } from '../use-reveal'
import styles from './profile-tab.module.css'
import { ReferrerLink } from './referrer-link'

type Rows = [field: string, value: React.ReactNode][]

/** Every field that holds something and that one may see, in the groups and the order of the form. */
export function ProfileTab({ detail, rights }: { detail: CustomerDetail; rights: CustomerRights }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { values, toggle } = useReveal(detail.id, useErrorToast())
  const lunar = useLunarWords()
  const date = (value: string | null) => value && format.isoDate(value)
  const covered = (value: React.ReactNode) => value && <span data-private>{value}</span>
  const sealed = (field: 'idCard' | 'bankAccount', masked: string | null) =>
    masked && (
      <RevealValue
        masked={masked}
        shown={values[field]}
        label={t(`field.${field}`)}
        onToggle={rights.idNumber === 'full' ? () => void toggle(field) : null}
      />
    )
  const choice = (group: string, value: string | null) => value && t(`${group}.${value}`)

  const groups: [title: string, rows: Rows][] = [
    [
      'basic',
      [
        ['kind', t(`common:kind.${detail.kind}`)],
        [detail.kind === 'company' ? 'companyName' : 'name', covered(detail.name)],
        ['gender', covered(choice('common:gender', detail.gender))],
        ['birthDate', covered(date(detail.birthDate))],
        ['lunarBirthday', covered(detail.lunarBirthday && lunar(detail.lunarBirthday))],
        ['occupation', covered(detail.occupation)],
        ['industry', detail.industry],
        ['companySize', choice('common:companySize', detail.companySize)],
        ['annualRevenue', detail.annualRevenue !== null && `¥${formatYuan(detail.annualRevenue)}`],
        ['foundedOn', date(detail.foundedOn)],
        ['creditCode', detail.creditCode],
      ],
    ],
    [
      'contact',
      [
        ['contactPerson', covered(detail.contactPerson)],
        ['regionCode', covered(detail.regionCode && regionName(detail.regionCode, ' '))],
        ['address', covered(detail.address)],
      ],
    ],
    [
      'needs',
      [
        ['need', covered(detail.need)],
        ['preference', covered(detail.preference)],
        ['scenario', covered(detail.scenario)],
        ['priceSensitivity', covered(choice('priceSensitivity', detail.priceSensitivity))],
        ['decisionMode', covered(choice('decisionMode', detail.decisionMode))],
        ['decisionProcess', covered(detail.decisionProcess)],
        [
          'purchaseCycleDays',
          detail.purchaseCycleDays !== null &&
            t('page.everyDays', { count: detail.purchaseCycleDays }),
        ],
        ['expectedCloseOn', date(detail.expectedCloseOn)],
      ],
    ],
    [
      'origin',
      [
        ['source', detail.source],
        ['referrerId', detail.referrerId !== null && <ReferrerLink detail={detail} />],
        ['firstContactOn', date(detail.firstContactOn)],
        ['externalId', detail.externalId],
        ['lostReason', covered(detail.lostReason)],
        ['stageReason', covered(detail.stageReason)],
      ],
    ],
    [
      'papers',
      [
        ['notes', covered(detail.notes)],
        ['idCard', sealed('idCard', detail.idCardMasked)],
        ['bankAccount', sealed('bankAccount', detail.bankAccountMasked)],
      ],
    ],
    [
      'record',
      [
        ['code', detail.code],
        ['owner', detail.pooledAt === null ? detail.ownerName : t('owner.pool')],
        ['creator', detail.creatorName],
        ['createdAt', format.full(detail.createdAt)],
        ['updatedAt', format.full(detail.updatedAt)],
      ],
    ],
  ]
  return (
    <div className={styles.profile}>
      {groups.map(([title, rows]) => (
        <ProfileSection key={title} title={t(`page.${title}`)} rows={rows} />
      ))}
    </div>
  )
}

/** A group of fields; without any there is no group. */
function ProfileSection({ title, rows }: { title: string; rows: Rows }) {
  const { t } = useTranslation('customers')
  const filled = rows.filter(([, value]) => Boolean(value))
  if (filled.length === 0) return null
  return (
    <section className={styles.section} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <dl className={styles.rows}>
        {filled.map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
