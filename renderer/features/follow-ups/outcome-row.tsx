import { useTranslation } from 'react-i18next'
import {
  type FollowUpOutcome,
  followUpOutcomes,
} from '@shared/features/follow-ups/follow-ups.schema'
import styles from './next-date-field.module.css'

/** How it went, by one press; a second press takes it back. */
export function OutcomeRow({
  value,
  onChange,
}: {
  value: FollowUpOutcome | null
  onChange: (outcome: FollowUpOutcome | null) => void
}) {
  const { t } = useTranslation(['follow-ups', 'common'])
  return (
    <div className={styles.line} role="group" aria-label={t('composer.outcome')}>
      {followUpOutcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={styles.chip}
          aria-pressed={value === outcome}
          onClick={() => onChange(value === outcome ? null : outcome)}
        >
          {t(`common:followUpOutcome.${outcome}`)}
        </button>
      ))}
    </div>
  )
}
