import { listImports } from '@db/repositories/imports'
import type { HandlersOf } from './types'

export const importsHandlers = {
  'imports.list': ({ read }) => ({ batches: listImports(read) }),
} satisfies HandlersOf<'imports'>
