import type { VaultProblem, VaultState } from '@shared/features/vault/vault.schema'

export type Offer = 'recovery' | 'backupHeader' | 'retry' | 'restore' | 'openOther' | 'makeNew'

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
  'header-foreign',
  'header-rolled-back',
  'database-damaged',
  'database-missing',
  'folder-missing',
]
/** Where the data is whole and only its header is not: one out of a backup opens it, unless an older one is refused anyway. */
const backupHeaderHelps: readonly VaultProblem[] = [
  'header-damaged',
  'header-missing',
  'header-foreign',
]

/**
 * What a person can do about a problem beside the copies at hand, the most helpful first: the recovery key where an old header
 * was put back, trying again where the cause lies outside of the book, a backup where something is lost.
 */
export function offersOf({ kind }: Pick<NonNullable<VaultState['problem']>, 'kind'>): Offer[] {
  const retryLeads = retryFirst.includes(kind)
  return [
    ...(kind === 'header-rolled-back' ? (['recovery'] as const) : []),
    ...(retryLeads ? (['retry'] as const) : []),
    ...(backupHeaderHelps.includes(kind) ? (['backupHeader'] as const) : []),
    ...(restoreHelps.includes(kind) ? (['restore'] as const) : []),
    ...(retryLeads ? [] : (['retry'] as const)),
    'openOther',
    'makeNew',
  ]
}
