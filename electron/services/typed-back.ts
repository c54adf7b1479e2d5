import { AppError } from '@shared/core/errors'
import { foldRecoveryText, groupRecoveryKey } from '../vault/recovery-key'

/** One group of the recovery key as typed back; groups count from 1. */
export type Answer = { group: number; text: string }

/**
 * Checks that a person has the recovery key before them.
 * @throws AppError `vault.recovery-confirm-mismatch` naming the wrong groups
 */
export function assertTypedBack(recoveryKey: string, answers: readonly Answer[]): void {
  const groups = groupRecoveryKey(recoveryKey)
  const wrong = answers.filter(({ group, text }) => foldRecoveryText(text) !== groups[group - 1])
  const asked = new Set(answers.map(({ group }) => group))
  if (wrong.length > 0 || asked.size !== answers.length)
    throw new AppError('vault.recovery-confirm-mismatch', 'groups differ', {
      groups: wrong.map(({ group }) => String(group)),
    })
}
