import { listBackups } from '@db/repositories/backups'
import type { HandlersOf } from './types'

export const backupsHandlers = {
  'backups.list': ({ read }) => ({ backups: listBackups(read) }),
} satisfies HandlersOf<'backups'>
