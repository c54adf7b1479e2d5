import type { RouteNameAt } from '@shared/contract'
import type { MainHandlers } from '../../main-context'

export const usersHandlers: MainHandlers<RouteNameAt<'main'> & `users.${string}`> = {
  'users.list': async ({ accounts }) => ({ users: await accounts.list() }),
  'users.create': ({ accounts }, input) => accounts.create(input),
  'users.rename': ({ accounts }, { uid, name }) => accounts.rename(uid, name),
  'users.setRole': ({ accounts }, { uid, role }) => accounts.setRole(uid, role),
  'users.disable': ({ accounts }, { uid }) => accounts.disable(uid),
  'users.enable': ({ accounts }, { uid }) => accounts.enable(uid),
  'users.remove': ({ accounts }, { uid, transferTo }) => accounts.remove(uid, transferTo),
  'users.resetPassword': ({ accounts }, { uid, password }) => accounts.resetPassword(uid, password),
  async 'users.changePassword'({ accounts }, { password, newPassword }) {
    await accounts.changePassword(password, newPassword)
    return {}
  },
}
