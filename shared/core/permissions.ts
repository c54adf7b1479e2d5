/** Roles of the sources (R083–R085). This release creates owners only; the table is complete for all of them. */
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

/** `public` routes answer while the book is locked; all others need a signed-in person whose role allows them. */
export const permissions = [
  'public',
  'customers.read',
  'customers.write',
  'customers.reveal',
  'follow-ups.read',
  'follow-ups.write',
  'tags.read',
  'tags.write',
  'history.read',
  'history.undo',
  'imports.run',
  'backups.read',
  'backups.create',
] as const
export type Permission = (typeof permissions)[number]

const everyone: Permission[] = ['public', 'customers.read', 'follow-ups.read', 'tags.read']
const writers: Permission[] = [
  ...everyone,
  'customers.write',
  'customers.reveal',
  'follow-ups.write',
  'tags.write',
  'history.read',
  'history.undo',
]

/** Which role may use which permission (R083, R084, R086). */
export const permissionsByRole: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: [...writers, 'imports.run', 'backups.read', 'backups.create'],
  sales: writers,
  service: writers,
  marketing: [...everyone, 'tags.write', 'history.read', 'history.undo'],
  finance: ['public', 'customers.read'],
  viewer: everyone,
}

/** True when a person of this role (null: nobody is signed in) may use the permission. */
export function isAllowed(role: Role | null, permission: Permission): boolean {
  if (permission === 'public') return true
  return role !== null && permissionsByRole[role].includes(permission)
}
