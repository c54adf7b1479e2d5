import { listAudit, listAuditUsers } from '@db/repositories/audit'
import type { HandlersOf } from './types'

export const auditHandlers = {
  'audit.list': ({ read }, input) => listAudit(read, input),
  'audit.listUsers': ({ read }) => ({ users: listAuditUsers(read) }),
} satisfies HandlersOf<'audit'>
