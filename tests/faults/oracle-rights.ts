import {
  accessByRole,
  type FieldGroup,
  type Permission,
  type Relation,
  type Role,
} from '@shared/core/permissions'

/** Whoever reads the trail sees names of customers that are gone, too. */
export const isVisibleByAudit = (role: Role) => accessByRole[role].scopes['audit.read'] === 'all'

export function scopeOf(role: Role, permission: Permission): string {
  if (permission === 'public' || permission === 'self') return 'all'
  return accessByRole[role].scopes[permission]
}

export const reaches = (scope: string, relation: Relation) =>
  scope === 'all' || (scope === 'own' && relation === 'own')

export function level(role: Role, group: FieldGroup, relation: Relation): string {
  const { own, others } = accessByRole[role].fields[group]
  return relation === 'own' ? own : others
}

/** Whoever says that a number is true has to see it whole. */
export function mayVerify(role: Role, fields: string[], relation: Relation): boolean {
  return fields.every((field) => {
    if (field === 'name' || field === 'creditCode') return true
    return level(role, field === 'idCard' ? 'idNumber' : 'contact', relation) === 'full'
  })
}

/** A follow-up moves the dates kept on its customer, and one that goes leaves its files to the customer. */
export function writableTables(role: Role): string[] {
  const { scopes } = accessByRole[role]
  return [
    ...(scopes['customers.write'] === 'none'
      ? []
      : [
          ...['customer', 'contact', 'contact_point', 'custom_value', 'attachment'],
          ...['verification', 'stage_change', 'not_duplicate', 'deadline'],
        ]),
    ...(scopes['fields.manage'] === 'none'
      ? []
      : ['custom_field', 'custom_value', 'customer', 'holiday']),
    ...(scopes['tasks.write'] === 'none' ? [] : ['task', 'customer']),
    ...(scopes['follow-ups.write'] === 'none'
      ? []
      : ['follow_up', 'customer', 'attachment', 'phrase']),
    ...(scopes['follow-ups.write'] === 'none' ? [] : ['behavior', 'deadline']),
    ...(scopes['service-cases.write'] === 'none' ? [] : ['service_case', 'deadline', 'customer']),
    ...(scopes['tasks.read'] === 'none' ? [] : ['notice']),
    ...(scopes['tags.write'] === 'none' ? [] : ['tag', 'customer_tag']),
    ...(scopes['tags.manage'] === 'none' ? [] : ['tag', 'customer_tag', 'automation_rule']),
    ...(scopes['automation.manage'] === 'none' ? [] : ['automation_rule', 'automation_run']),
  ]
}
