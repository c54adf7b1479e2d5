/** Roles of the sources (R083–R085) and a manager of the salespeople. */
export const roles = [
  'owner',
  'manager',
  'sales',
  'service',
  'marketing',
  'finance',
  'viewer',
] as const
export type Role = (typeof roles)[number]

/** How far a permission reaches: no record, the records one owns, or every record. */
export const scopes = ['none', 'own', 'all'] as const
export type Scope = (typeof scopes)[number]

/**
 * What a route asks for. `public` routes answer while the book is locked; `self` is for anyone who is signed in and
 * about nobody else; all others need a role that has them.
 */
export const permissions = [
  'public',
  'self',
  'customers.read',
  'customers.create',
  'customers.write',
  'customers.claim',
  'customers.release',
  'customers.transfer',
  'customers.erase',
  'customers.export',
  'follow-ups.read',
  'follow-ups.write',
  'tags.read',
  'tags.write',
  'tags.manage',
  'tasks.read',
  'tasks.write',
  'service-cases.read',
  'service-cases.write',
  'automation.manage',
  'fields.manage',
  'history.undo',
  'imports.run',
  'backups.create',
  'users.manage',
  'vault.manage',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]
type GrantedPermission = Exclude<Permission, 'public' | 'self'>

/** Parts of a record that a role may be kept from (R084, R089): which columns belong to which is said in the schemas. */
export const fieldGroups = ['contact', 'idNumber', 'money', 'notes'] as const
export type FieldGroup = (typeof fieldGroups)[number]

/**
 * `none`: not even that something is there. `masked`: 138 •••• 1027, never whole. `full`: whole; contact details and
 * ID numbers still stand masked until a click that is written down (X2).
 */
export const fieldLevels = ['none', 'masked', 'full'] as const
export type FieldLevel = (typeof fieldLevels)[number]

/** Whose record it is, seen by the person who looks: one's own, one anybody may claim, or a colleague's. */
export const relations = ['own', 'pool', 'other'] as const
export type Relation = (typeof relations)[number]

type FieldRule = { own: FieldLevel; others: FieldLevel }
export type Access = {
  scopes: Readonly<Record<GrantedPermission, Scope>>
  fields: Readonly<Record<FieldGroup, FieldRule>>
}

const nothing = {
  'customers.read': 'none',
  'customers.create': 'none',
  'customers.write': 'none',
  'customers.claim': 'none',
  'customers.release': 'none',
  'customers.transfer': 'none',
  'customers.erase': 'none',
  'customers.export': 'none',
  'follow-ups.read': 'none',
  'follow-ups.write': 'none',
  'tags.read': 'none',
  'tags.write': 'none',
  'tags.manage': 'none',
  'tasks.read': 'none',
  'tasks.write': 'none',
  'service-cases.read': 'none',
  'service-cases.write': 'none',
  'automation.manage': 'none',
  'fields.manage': 'none',
  'history.undo': 'none',
  'imports.run': 'none',
  'backups.create': 'none',
  'users.manage': 'none',
  'vault.manage': 'none',
  'audit.read': 'none',
} as const satisfies Access['scopes']

const everything = Object.fromEntries(
  Object.keys(nothing).map((permission) => [permission, 'all']),
) as Access['scopes']

const both = (level: FieldLevel): FieldRule => ({ own: level, others: level })

/**
 * The one table of rights: role × permission × scope, and role × field group × relation (R083, R084, R086, R088). The router, the row
 * and field filters of the repositories, the search, the forms and the matrix in the settings read it; nothing else decides.
 */
export const accessByRole: Readonly<Record<Role, Access>> = {
  owner: {
    scopes: everything,
    fields: {
      contact: both('full'),
      idNumber: both('full'),
      money: both('full'),
      notes: both('full'),
    },
  },
  manager: {
    scopes: { ...everything, 'users.manage': 'none', 'vault.manage': 'none', 'audit.read': 'none' },
    fields: {
      contact: both('full'),
      idNumber: both('masked'),
      money: both('full'),
      notes: both('full'),
    },
  },
  sales: {
    scopes: {
      ...nothing,
      'customers.read': 'own',
      'customers.create': 'own',
      'customers.write': 'own',
      'customers.claim': 'all',
      'customers.release': 'own',
      'customers.export': 'own',
      'follow-ups.read': 'own',
      'follow-ups.write': 'own',
      'tags.read': 'all',
      'tags.write': 'own',
      'tasks.read': 'own',
      'tasks.write': 'own',
      'service-cases.read': 'own',
      'service-cases.write': 'own',
      'history.undo': 'own',
      'backups.create': 'all',
    },
    fields: {
      contact: { own: 'full', others: 'masked' },
      idNumber: both('none'),
      money: { own: 'full', others: 'none' },
      notes: { own: 'full', others: 'none' },
    },
  },
  service: {
    scopes: {
      ...nothing,
      'customers.read': 'all',
      'follow-ups.read': 'all',
      'follow-ups.write': 'all',
      'tags.read': 'all',
      'tasks.read': 'own',
      'tasks.write': 'own',
      'service-cases.read': 'all',
      'service-cases.write': 'all',
      'history.undo': 'own',
    },
    fields: {
      contact: both('full'),
      idNumber: both('none'),
      money: both('none'),
      notes: both('full'),
    },
  },
  marketing: {
    scopes: {
      ...nothing,
      'customers.read': 'all',
      'tags.read': 'all',
      'tags.write': 'all',
      'tags.manage': 'all',
      'tasks.read': 'own',
      'tasks.write': 'own',
      'history.undo': 'own',
    },
    fields: {
      contact: both('masked'),
      idNumber: both('none'),
      money: both('none'),
      notes: both('none'),
    },
  },
  finance: {
    scopes: { ...nothing, 'customers.read': 'all', 'tasks.read': 'own', 'tasks.write': 'own' },
    fields: {
      contact: both('none'),
      idNumber: both('none'),
      money: both('full'),
      notes: both('none'),
    },
  },
  viewer: {
    scopes: {
      ...nothing,
      'customers.read': 'all',
      'follow-ups.read': 'all',
      'tags.read': 'all',
      'tasks.read': 'own',
      'service-cases.read': 'all',
    },
    fields: {
      contact: both('masked'),
      idNumber: both('none'),
      money: both('none'),
      notes: both('full'),
    },
  },
}

/** How far a permission reaches for a role; `public` and `self` reach everywhere they apply. */
export function scopeOf(role: Role, permission: Permission): Scope {
  if (permission === 'public' || permission === 'self') return 'all'
  return accessByRole[role].scopes[permission]
}

/** True when a person of this role (null: nobody is signed in) may use the permission on some record at least. */
export function isAllowed(role: Role | null, permission: Permission): boolean {
  if (permission === 'public') return true
  return role !== null && scopeOf(role, permission) !== 'none'
}

/** True for permissions that only look at a record. */
export function isReading(permission: Permission): boolean {
  return permission.endsWith('.read')
}

const changing: readonly Permission[] = [
  ...(['customers.create', 'customers.write', 'customers.claim', 'customers.release'] as const),
  ...(['customers.transfer', 'customers.erase', 'follow-ups.write', 'tags.write'] as const),
  ...(['tasks.write', 'service-cases.write', 'history.undo'] as const),
]

/** True for permissions to change records, which nobody can use while the book is open for reading only. */
export function isChanging(permission: Permission): boolean {
  return changing.includes(permission)
}

/** True when the permission reaches a record in this relation. What is in the pool is nobody's. */
export function mayUse(role: Role, permission: Permission, relation: Relation): boolean {
  const scope = scopeOf(role, permission)
  return scope === 'all' || (scope === 'own' && relation === 'own')
}

/** How much of a field group a role sees of a record in this relation. */
export function fieldLevelOf(role: Role, group: FieldGroup, relation: Relation): FieldLevel {
  const rule = accessByRole[role].fields[group]
  return relation === 'own' ? rule.own : rule.others
}

/** Roles whose slots hold the second key: those that may see an ID number whole (R015, R089). */
export function holdsFieldKey(role: Role): boolean {
  const { own, others } = accessByRole[role].fields.idNumber
  return own === 'full' || others === 'full'
}
