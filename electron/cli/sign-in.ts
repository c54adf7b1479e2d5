import type { SignInUser, VaultState } from '@shared/features/vault/vault.schema'
import type { VaultService } from '../services/vault-service'
import type { SecretSource } from './arguments'
import { type Failure, failureOf, failureOfProblem } from './exit-codes'

export type AskSecret = (question: 'password' | 'recovery-key') => Promise<string | Failure>
export type SignInDeps = {
  vault: Pick<VaultService, 'state' | 'unlock' | 'unlockWithDevice'>
  ask: AskSecret
}
type Wanted = { user: string | null; source: SecretSource }

/**
 * Opens the book as the window does: under the same guard against guessing, with the same entries in the audit trail.
 * @returns null when it is open, else why not
 */
export async function signIn(
  { vault, ask }: SignInDeps,
  { user, source }: Wanted,
): Promise<Failure | null> {
  const closed = whyClosed(vault.state(), 'locked')
  if (closed) return closed
  const person = choosePerson(vault.state().users, user)
  if ('error' in person) return person
  try {
    const viaDevice = source !== 'typed' && person.remembered
    if (viaDevice) return whyClosed(await vault.unlockWithDevice(person.uid), 'open')
    if (source === 'keystore') return { exit: 'signIn', error: 'vault.device-key-gone' }
  } catch (error) {
    if (source === 'keystore' || failureOf(error).exit !== 'signIn') return failureOf(error)
  }
  const password = await ask('password')
  if (typeof password !== 'string') return password
  try {
    return whyClosed(await vault.unlock(person.uid, password.normalize('NFC')), 'open')
  } catch (error) {
    return failureOf(error)
  }
}

/** The person of this name; without a name the only one there is. */
export function choosePerson<P extends Pick<SignInUser, 'name'>>(
  users: readonly P[],
  name: string | null,
): P | Failure {
  const wanted = name?.normalize('NFC').trim()
  const [found, second] =
    wanted === undefined ? users : users.filter((user) => user.name.normalize('NFC') === wanted)
  if (second) return { exit: 'usage', error: 'cli.user-needed' }
  return found ?? { exit: 'signIn', error: 'cli.no-such-user' }
}

function whyClosed({ phase, problem }: VaultState, wanted: VaultState['phase']): Failure | null {
  if (problem) return failureOfProblem(problem.kind)
  if (phase === 'none') return { exit: 'book', error: 'cli.no-book' }
  return phase === wanted ? null : { exit: 'unexpected', error: 'core.unexpected' }
}
