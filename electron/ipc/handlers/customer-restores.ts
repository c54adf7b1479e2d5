import { listCopied } from '@db/customer-copies/list-copied'
import { previewRestore, restoreCustomers } from '@db/workflows/restore-customers'
import type { HandlersOf } from './types'

export const customerRestoresHandlers = {
  'customer-restores.list': listCopied,
  'customer-restores.preview': previewRestore,
  'customer-restores.commit': restoreCustomers,
} satisfies HandlersOf<'customer-restores'>
