import type { VaultProblem, VaultState } from '@shared/features/vault/vault.schema'

export type Offer = 'retry' | 'previousHeader' | 'restore' | 'openOther' | 'makeNew'

const retryFirst: readonly VaultProblem[] = [
  'database-missing',
  'header-missing',
  'folder-missing',
  'read-only',
  'disk-full',
  'in-use',
]
const restoreHelps: readonly VaultProblem[] = [
  'header-damaged',
  'header-missing',
  'header-unsupported',
  'database-damaged',
  'database-missing',
  'folder-missing',
]

/**
 * What a person can do about a problem, the most helpful first: the kept header before anything else, trying again where
 * the cause lies outside of the book, a backup where something is lost.
 */
export function offersOf({ kind, previousHeader }: NonNullable<VaultState['problem']>): Offer[] {
  const retryLeads = retryFirst.includes(kind)
  const restore = restoreHelps.includes(kind)
  return [
    ...(previousHeader ? (['previousHeader'] as const) : []),
    ...(retryLeads ? (['retry'] as const) : []),
    ...(restore ? (['restore'] as const) : []),
    ...(retryLeads ? [] : (['retry'] as const)),
    'openOther',
    'makeNew',
  ]
}
