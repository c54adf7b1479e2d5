import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { PrivateText } from '@renderer/components/private-text'

/** The customer who brought this one, as a way there; one that may not be read has no name here (R076, R083). */
export function ReferrerLink({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  if (detail.referrerName === null) return <span>{t('form.hiddenReferrer')}</span>
  return (
    <Link to={`/customers/${detail.referrerId}`}>
      <PrivateText text={detail.referrerName} />
    </Link>
  )
}
