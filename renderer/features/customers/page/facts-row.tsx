import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import { tiers } from '@shared/features/customers/customers.enums'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { RevealValue } from '@renderer/components/reveal-value'
import { QualityText } from '@renderer/components/quality-text'
import { TierMark } from '@renderer/components/tier-mark'
import { useErrorToast } from '@renderer/lib/announce'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import { useCustomerCommands } from '../use-customer-commands'
import { useReveal } from '../use-reveal'
import styles from './facts-row.module.css'

/** The facts one looks for first; tier and owner change in place, contact details show for 30 s. */
export function FactsRow({
  detail,
  rights,
  check,
  onOwner,
}: {
  detail: CustomerDetail
  rights: CustomerRights
  /** Whether a contact detail was made sure of. */
  check: (field: 'phone' | 'email') => React.ReactNode
  onOwner: () => void
}) {
  const { t } = useTranslation(['customers', 'quality'])
  const format = useFormat()
  const commands = useCustomerCommands()
  const { values, toggle } = useReveal(detail.id, useErrorToast())
  const revealer = (field: 'phone' | 'email') =>
    rights.contact === 'full' ? () => void toggle(field) : null
  const none = <span className={styles.none}>—</span>

  return (
    <dl className={styles.facts} aria-label={t('page.facts')}>
      <Fact label={t('field.tier')}>
        {rights.edit ? (
          <Dropdown
            trigger={['click']}
            menu={{
              selectedKeys: [detail.tier],
              items: tiers.map((tier) => ({
                key: tier,
                label: <TierMark tier={tier} />,
                onClick: () => {
                  if (tier !== detail.tier) void commands.setTier([detail.id], tier)
                },
              })),
            }}
          >
            <button type="button" className={styles.edit}>
              <TierMark tier={detail.tier} />
            </button>
          </Dropdown>
        ) : (
          <TierMark tier={detail.tier} />
        )}
      </Fact>
      <Fact label={t('field.owner')}>
        {rights.transfer ? (
          <button
            type="button"
            className={styles.edit}
            aria-label={t('owner.change')}
            onClick={onOwner}
          >
            <OwnerFact detail={detail} />
          </button>
        ) : (
          <OwnerFact detail={detail} />
        )}
      </Fact>
      {rights.contact !== 'none' && (
        <>
          {detail.kind === 'company' && (
            <Fact label={t('field.contactPerson')}>
              <span data-private>{detail.contactPerson ?? none}</span>
            </Fact>
          )}
          <Fact label={t('field.phone')}>
            <RevealValue
              masked={detail.phoneMasked}
              shown={values.phone}
              format={formatPhone}
              label={t('field.phone')}
              onToggle={revealer('phone')}
            />
            {check('phone')}
            {detail.phoneKind === 'unknown' && (
              <span className={styles.check}>{t('page.checkPhone')}</span>
            )}
          </Fact>
          <Fact label={t('field.email')}>
            <RevealValue
              masked={detail.emailMasked}
              shown={values.email}
              label={t('field.email')}
              onToggle={revealer('email')}
            />
            {check('email')}
          </Fact>
        </>
      )}
      <Fact label={t('field.lastInteraction')}>
        {detail.lastInteractionAt === null ? (
          none
        ) : (
          <span title={format.full(detail.lastInteractionAt)}>
            {format.ago(detail.lastInteractionAt)}
          </span>
        )}
      </Fact>
      <Fact label={t('field.referrals')}>
        {detail.referrals === 0 ? none : format.count(detail.referrals)}
      </Fact>
      <Fact label={t('quality:fact')}>
        <QualityText quality={detail.quality} />
      </Fact>
    </dl>
  )
}

/** Who has the customer and since when; of what anybody may claim, since when it lies there. */
function OwnerFact({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { pooledAt, ownedSince, createdAt, ownerName } = detail
  if (pooledAt !== null)
    return (
      <span className={styles.owner} title={t('owner.former', { name: ownerName })}>
        {t('owner.pool')}
        <Since at={pooledAt} />
      </span>
    )
  return (
    <span className={styles.owner} title={format.full(ownedSince ?? createdAt)}>
      <Avatar name={ownerName} size={20} />
      {ownerName}
      <Since at={ownedSince ?? createdAt} />
    </span>
  )
}

function Since({ at }: { at: number }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return <span className={styles.since}>{t('page.since', { date: format.yearMonth(at) })}</span>
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
