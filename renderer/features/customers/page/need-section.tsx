import { SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { FoldedText } from '@renderer/components/folded-text'
import { IconButton } from '@renderer/components/icon-button'
import { SectionTitle } from '@renderer/components/section-title'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import { DetailRows } from './detail-rows'
import styles from './side-column.module.css'

/** What the customer wants, and how they decide; free words only for those who see them (R024, R084). */
export function NeedSection({
  detail,
  rights,
  onEdit,
}: {
  detail: CustomerDetail
  rights: CustomerRights
  onEdit: () => void
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const covered = (value: string | null) => value && <span data-private>{value}</span>
  const folded = (value: string | null) => value && <FoldedText text={value} />
  const rows: [string, React.ReactNode][] = [
    ['preference', folded(detail.preference)],
    ['scenario', folded(detail.scenario)],
    [
      'priceSensitivity',
      covered(detail.priceSensitivity && t(`priceSensitivity.${detail.priceSensitivity}`)),
    ],
    ['decisionMode', covered(detail.decisionMode && t(`decisionMode.${detail.decisionMode}`))],
    ['decisionProcess', folded(detail.decisionProcess)],
    [
      'purchaseCycleDays',
      detail.purchaseCycleDays && t('page.everyDays', { count: detail.purchaseCycleDays }),
    ],
    ['expectedCloseOn', detail.expectedCloseOn && format.isoDate(detail.expectedCloseOn)],
  ]
  const seesWords = rights.notes === 'full'
  if (!seesWords && rows.every(([, value]) => !value)) return null
  return (
    <section className={styles.section}>
      <SectionTitle
        action={
          rights.edit && (
            <IconButton
              icon={SquarePen}
              label={t('page.edit')}
              keys="e"
              onClick={onEdit}
              placement="left"
            />
          )
        }
      >
        {t('page.need')}
      </SectionTitle>
      {seesWords &&
        (detail.need ? (
          <div className={styles.words}>
            <FoldedText text={detail.need} />
          </div>
        ) : (
          <p className={styles.none}>{t('page.noNeed')}</p>
        ))}
      <DetailRows rows={rows} />
    </section>
  )
}
