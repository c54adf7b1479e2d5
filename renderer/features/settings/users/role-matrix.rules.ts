import {
  accessByRole,
  fieldLevelOf,
  isAllowed,
  type FieldGroup,
  type Permission,
  type Role,
} from '@shared/core/permissions'

/** What a cell of the matrix says; each has a mark and a word (UI section 4). */
export const verdicts = ['all', 'own', 'masked', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** One line of the matrix, in its order; the words are `users:matrix.row.<id>`. */
export const matrixRows = [
  { id: 'read', permission: 'customers.read' },
  { id: 'create', permission: 'customers.create' },
  { id: 'write', permission: 'customers.write' },
  { id: 'followUps', permission: 'follow-ups.write' },
  { id: 'tags', permission: 'tags.write' },
  { id: 'tasks', permission: 'tasks.write' },
  { id: 'serviceCases', permission: 'service-cases.write' },
  { id: 'contact', group: 'contact' },
  { id: 'notes', group: 'notes' },
  { id: 'money', group: 'money' },
  { id: 'idNumber', group: 'idNumber' },
  { id: 'claim', permission: 'customers.claim' },
  { id: 'transfer', permission: 'customers.transfer' },
  { id: 'erase', permission: 'customers.erase' },
  { id: 'export', permission: 'customers.export' },
  { id: 'fields', permission: 'fields.manage' },
  { id: 'manageTags', permission: 'tags.manage' },
  { id: 'automation', permission: 'automation.manage' },
  { id: 'imports', permission: 'imports.run' },
  { id: 'backups', permission: 'backups.create' },
  { id: 'manage', permission: 'users.manage' },
  { id: 'audit', permission: 'audit.read' },
] as const satisfies readonly ({ id: string } & (
  { permission: Exclude<Permission, 'public' | 'self'> } | { group: FieldGroup }
))[]
export type MatrixRow = (typeof matrixRows)[number]

/** What the one table of rights says of a role in a line of the matrix (R083, R084). */
export function verdictOf(role: Role, row: MatrixRow): Verdict {
  return 'group' in row ? fieldVerdict(role, row.group) : accessByRole[role].scopes[row.permission]
}

/** Sees it whole of some records, and of others masked or not at all. */
export function isPartly(role: Role, row: MatrixRow): boolean {
  return (
    'group' in row &&
    verdictOf(role, row) === 'own' &&
    fieldLevelOf(role, row.group, 'other') === 'masked'
  )
}

function fieldVerdict(role: Role, group: FieldGroup): Verdict {
  if (!isAllowed(role, 'customers.read')) return 'none'
  const own = fieldLevelOf(role, group, 'own')
  const others = fieldLevelOf(role, group, 'other')
  if (others === 'full') return 'all'
  if (own === 'full') return 'own'
  return own === 'masked' || others === 'masked' ? 'masked' : 'none'
}
