import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import { tiers } from '@shared/features/customers/customers.enums'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { TierMark } from '@renderer/components/tier-mark'
import { useErrorToast } from '@renderer/lib/announce'
import { useFormat } from '@renderer/lib/format'
import { RevealValue } from '../reveal-value'
import { useCustomerCommands } from '../use-customer-commands'
import { useReveal } from '../use-reveal'
import styles from './facts-row.module.css'

/** The facts one looks for first; the tier changes in place, contact details show for 30 s. */
export function FactsRow({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const commands = useCustomerCommands()
  const { values, toggle } = useReveal(detail.id, useErrorToast())
  const none = <span className={styles.none}>—</span>

  return (
    <dl className={styles.facts} aria-label={t('page.facts')}>
      <Fact label={t('field.tier')}>
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
      </Fact>
      <Fact label={t('field.owner')}>
        <span className={styles.owner}>
          <Avatar name={detail.ownerName} size={20} />
          {detail.ownerName}
        </span>
      </Fact>
      {detail.kind === 'company' && (
        <Fact label={t('field.contactPerson')}>{detail.contactPerson ?? none}</Fact>
      )}
      <Fact label={t('field.phone')}>
        <RevealValue
          masked={detail.phoneMasked}
          shown={values.phone && formatPhone(values.phone)}
          label={t('field.phone')}
          onToggle={() => void toggle('phone')}
        />
        {detail.phoneKind === 'unknown' && (
          <span className={styles.check}>{t('page.checkPhone')}</span>
        )}
      </Fact>
      <Fact label={t('field.email')}>
        <RevealValue
          masked={detail.emailMasked}
          shown={values.email}
          label={t('field.email')}
          onToggle={() => void toggle('email')}
        />
      </Fact>
      <Fact label={t('field.source')}>{detail.source ?? none}</Fact>
      <Fact label={t('field.lastInteraction')}>
        {detail.lastInteractionAt === null ? (
          none
        ) : (
          <span title={format.full(detail.lastInteractionAt)}>
            {format.ago(detail.lastInteractionAt)}
          </span>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
