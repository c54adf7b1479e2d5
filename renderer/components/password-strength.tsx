import { useTranslation } from 'react-i18next'
import { judgePassword } from '@shared/core/password-strength'
import { useFieldError } from '@renderer/lib/field-error'
import styles from './password-strength.module.css'

const bars = [1, 2, 3, 4] as const
/** Characters of the shortest password that is taken; before that nothing else is said. */
const shortest = 10

/** How hard a password is to guess: four bars and a word, or in its place what is wrong with it. */
export function PasswordStrength({
  password,
  personal,
}: {
  password: string
  /** Names and the like that must not be in it. */
  personal: readonly string[]
}) {
  const { t } = useTranslation('vault')
  const problemText = useFieldError()
  const text = password.normalize('NFC')
  const { score, problem: weakness } = judgePassword(text, personal)
  const problem = [...text].length < shortest ? `password-short|${shortest}` : weakness
  const word = problemText(problem ?? undefined) ?? t(`strength.score.${score}`)
  const filled = problem === null ? Math.max(1, score) : 1
  return (
    <span className={styles.strength} data-tone={problem ? 'weak' : toneOf(score)}>
      <span
        className={styles.bars}
        role="meter"
        aria-label={t('strength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={problem ? 0 : score}
        aria-valuetext={word}
      >
        {bars.map((bar) => (
          <span key={bar} className={bar <= filled ? `${styles.bar} ${styles.on}` : styles.bar} />
        ))}
      </span>
      <span className={styles.word} aria-hidden>
        {word}
      </span>
    </span>
  )
}

function toneOf(score: number): 'weak' | 'fair' | 'good' {
  if (score < 2) return 'weak'
  return score === 2 ? 'fair' : 'good'
}
