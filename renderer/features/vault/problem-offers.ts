import type { VaultProblem, VaultState } from '@shared/features/vault/vault.schema'

export type Offer = 'recovery' | 'backupHeader' | 'retry' | 'restore' | 'salvage' | 'lookInside'

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
/** Where keys and database are there, and what can be read of it can be looked at without a write. */
const lookingHelps: readonly VaultProblem[] = ['database-damaged', 'read-only', 'disk-full']

/** True where a backup brings back what is lost, so that the newest one is worth naming. */
export function doesRestoreHelp(kind: VaultProblem): boolean {
  return restoreHelps.includes(kind)
}

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
    ...(doesRestoreHelp(kind) ? (['restore'] as const) : []),
    ...(kind === 'database-damaged' ? (['salvage'] as const) : []),
    ...(lookingHelps.includes(kind) ? (['lookInside'] as const) : []),
    ...(retryLeads ? [] : (['retry'] as const)),
  ]
}
