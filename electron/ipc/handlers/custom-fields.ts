import {
  archiveCustomField,
  createCustomField,
  listCustomFields,
  reorderCustomFields,
  unarchiveCustomField,
  updateCustomField,
} from '@db/repositories/custom-fields'
import { changeFieldType, previewFieldType } from '@db/workflows/change-field-type'
import type { HandlersOf } from './types'

export const customFieldsHandlers = {
  'custom-fields.list': listCustomFields,
  'custom-fields.create': createCustomField,
  'custom-fields.update': updateCustomField,
  'custom-fields.reorder': reorderCustomFields,
  'custom-fields.archive': archiveCustomField,
  'custom-fields.unarchive': unarchiveCustomField,
  'custom-fields.previewType': previewFieldType,
  'custom-fields.changeType': changeFieldType,
} satisfies HandlersOf<'custom-fields'>
