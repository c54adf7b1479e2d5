import { findDuplicates } from '@db/repositories/duplicate-find'
import { countDuplicates, dismissDuplicates, listDuplicates } from '@db/repositories/duplicates'
import { mergeCustomers } from '@db/workflows/merge-customers'
import { previewMerge } from '@db/workflows/preview-merge'
import type { HandlersOf } from './types'

export const duplicatesHandlers = {
  'duplicates.find': findDuplicates,
  'duplicates.count': (context) => countDuplicates(context),
  'duplicates.list': listDuplicates,
  'duplicates.preview': previewMerge,
  'duplicates.dismiss': dismissDuplicates,
  'duplicates.merge': mergeCustomers,
} satisfies HandlersOf<'duplicates'>
