import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { roles } from '@shared/core/permissions'
import { none, uid } from '@shared/core/schemas'
import { newPassword, typedPassword } from '../vault/vault.schema'
import { userAccount, userName } from './users.schema'

const base = { home: 'main', permission: 'users.manage' } as const
const changed = ['users', 'vault', 'audit', 'ownership', 'customers'] as const
const target = z.strictObject({ uid })

/** The people of the book: each has a slot of their own in the vault's header (R083–R086). */
export const usersContract = {
  'users.list': query({
    ...base,
    input: none,
    output: z.strictObject({ users: z.array(userAccount) }),
  }),
  /** The first password is for handing over: the person sets an own one at the first unlock. */
  'users.create': command({
    ...base,
    input: z.strictObject({ name: userName, role: z.enum(roles), password: newPassword }),
    output: target,
    invalidates: changed,
  }),
  'users.rename': command({
    ...base,
    input: z.strictObject({ uid, name: userName }),
    output: target,
    invalidates: changed,
  }),
  'users.setRole': command({
    ...base,
    input: z.strictObject({ uid, role: z.enum(roles) }),
    output: target,
    invalidates: changed,
  }),
  /** Takes the wrapped keys out of the person's slot; name, role and records stay. */
  'users.disable': command({ ...base, input: target, output: target, invalidates: changed }),
  'users.enable': command({ ...base, input: target, output: target, invalidates: changed }),
  /** Takes the slot away. Customers go to `transferTo`, or to the pool when it is null. */
  'users.remove': command({
    ...base,
    input: z.strictObject({ uid, transferTo: uid.nullable() }),
    output: target,
    invalidates: changed,
  }),
  /** A new first password, for somebody who forgot theirs. */
  'users.resetPassword': command({
    ...base,
    input: z.strictObject({ uid, password: newPassword }),
    output: target,
    invalidates: changed,
  }),
  /** One's own password; rewrites one slot. */
  'users.changePassword': command({
    home: 'main',
    permission: 'self',
    input: z.strictObject({ password: typedPassword, newPassword }),
    output: none,
    invalidates: ['users', 'vault', 'audit'],
  }),
} as const
