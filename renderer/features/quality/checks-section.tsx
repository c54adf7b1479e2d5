import { useTranslation } from 'react-i18next'
import { fieldLevelOf, type Role } from '@shared/core/permissions'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { verifiedFields, type VerifiedField } from '@shared/features/quality/quality.enums'
import { groupOfChecked } from '@shared/features/quality/quality.rules'
import { SectionTitle } from '@renderer/components/section-title'
import { useQualityWords } from '@renderer/lib/quality-words'
import { useRights } from '@renderer/lib/use-rights'
import { VerifyField } from './verify-field'
import styles from './verify.module.css'

/** What a profile lacks, and for each field that can be made sure of who did it, when and how; for the right column (R064, D6). */
export function ChecksSection({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('quality')
  const words = useQualityWords()(detail.quality)
  const fields = useShownFields(detail)
  return (
    <section className={styles.section}>
      <SectionTitle>{t('verify.title')}</SectionTitle>
      {words.length > 0 && <p className={styles.lacks}>{words.join(' · ')}</p>}
      <dl className={styles.checks}>
        {fields.map(({ field, canVerify }) => (
          <div key={field} className={styles.check}>
            <dt>{t(`field.${field}`)}</dt>
            <dd>
              <VerifyField
                {...{ customerId: detail.id, field, canVerify }}
                stamp={stampOf(detail, field)}
                words
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The mark beside a field of the header; nothing for an empty one. */
export function CheckMark({ detail, field }: { detail: CustomerDetail; field: VerifiedField }) {
  const shown = useShownFields(detail).find((one) => one.field === field)
  if (!shown) return null
  const { canVerify } = shown
  return (
    <VerifyField {...{ customerId: detail.id, field, canVerify }} stamp={stampOf(detail, field)} />
  )
}

function stampOf({ stamps }: CustomerDetail, field: VerifiedField) {
  return stamps.find((stamp) => stamp.field === field) ?? null
}

/** The fields that hold something one may know of, and whether one may check them. */
function useShownFields(detail: CustomerDetail) {
  const { role, may } = useRights()
  const held: Record<VerifiedField, boolean> = {
    name: true,
    phone: detail.phoneMasked !== null,
    email: detail.emailMasked !== null,
    address: detail.address !== null,
    creditCode: detail.creditCode !== null,
    idCard: detail.idCardMasked !== null,
  }
  return verifiedFields
    .filter((field) => held[field])
    .map((field) => ({
      field,
      canVerify:
        detail.deletedAt === null &&
        may('customers.write', detail.relation) &&
        seesWhole(role, field, detail),
    }))
}

function seesWhole(role: Role | null, field: VerifiedField, { relation }: CustomerDetail): boolean {
  const group = groupOfChecked(field)
  return group === null || (role !== null && fieldLevelOf(role, group, relation) === 'full')
}
