import { AppError } from '@shared/core/errors'
import { createRecoveryKey, groupRecoveryKey } from '../vault/recovery-key'
import { noteRecoveryProven, reissueRecovery } from '../vault/recovery-slot'
import { provesRecovery } from '../vault/unwrap'
import { type Answer, assertTypedBack } from './typed-back'
import type { VaultServices } from './vault-context'
import type { VaultService } from './vault-service'

type Services = Pick<VaultServices, 'calibrateKdf'> & { vault: VaultService }

/**
 * A new recovery key in two halves, as at the making of the book: in memory first, valid only after three groups were typed
 * back. From then on the old one opens nothing.
 */
export function createRecovery({ vault, calibrateKdf }: Services) {
  let draft: string | null = null

  function getDraft(): string {
    if (draft === null) throw new AppError('vault.no-draft', 'no recovery key is being made')
    return draft
  }

  return {
    /** Whether a new key stands on the screen, so that save, print and copy speak of it. */
    isPending: () => draft !== null,
    groups: () => groupRecoveryKey(getDraft()),
    async start(password: string): Promise<string[]> {
      await vault.checkPassword(password)
      draft = createRecoveryKey()
      await vault.record('vault.startReissue')
      return groupRecoveryKey(draft)
    },
    async finish(answers: readonly Answer[]): Promise<void> {
      const recoveryKey = getDraft()
      assertTypedBack(recoveryKey, answers)
      const cost = await calibrateKdf()
      await vault.edit((header, keys) =>
        reissueRecovery(header, keys, { recoveryKey, cost, now: Date.now() }),
      )
      draft = null
      await vault.record('vault.finishReissue')
    },
    cancel: () => void (draft = null),
    /** @throws AppError `vault.recovery-key-typo`, `vault.wrong-recovery-key` */
    async prove(typed: string): Promise<void> {
      await provesRecovery(vault.header(), typed)
      await vault.edit((header, keys) => noteRecoveryProven(header, keys, { now: Date.now() }))
      await vault.record('vault.proveRecoveryKey')
    },
  }
}

export type Recovery = ReturnType<typeof createRecovery>
