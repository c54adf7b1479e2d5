import { useTranslation } from 'react-i18next'
import type {
  RestorableRow,
  RestoredField,
  RestoreMode,
} from '@shared/features/restores/customer-restores.schema'
import { useFormat } from '@renderer/lib/format'

type Counted =
  | ('followUps' | 'changedFollowUps' | 'tags')
  | ('contacts' | 'points' | 'changedContacts' | 'records' | 'attachments')
  | ('values' | 'changedValues')

/** Sentences about what a backup holds of a customer, and what would come back. */
export function useRestoreWords() {
  const { t } = useTranslation(['backups', 'customers'])
  const format = useFormat()
  const counted = (key: Counted, count: number) =>
    count === 0 ? [] : [t(`customers.holds.${key}`, { count, shown: format.count(count) })]
  const fieldName = (field: RestoredField, kind: RestorableRow['kind']) => {
    if (field === 'archived') return t('customers.archived')
    return t(`customers:field.${field === 'name' && kind === 'company' ? 'companyName' : field}`)
  }
  const fieldsOf = (fields: RestoredField[], kind: RestorableRow['kind']) =>
    fields.length === 0
      ? []
      : [fields.map((field) => fieldName(field, kind)).join(t('customers.and'))]
  return {
    /** How a customer differs from the book of now. */
    difference: ({ status, kind, fields, ...row }: RestorableRow): string => {
      if (status === 'same') return t('customers.holds.nothing')
      if (status === 'erased') return t('customers.holds.erased')
      const parts = [
        ...fieldsOf(fields, kind),
        ...counted('values', row.newValues),
        ...counted('changedValues', row.changedValues),
        ...counted('followUps', row.newFollowUps),
        ...counted('changedFollowUps', row.changedFollowUps),
        ...counted('tags', row.newTags),
        ...counted('contacts', row.newContacts),
        ...counted('points', row.newPoints),
        ...counted('changedContacts', row.changedContacts),
        ...counted('records', row.newRecords),
        ...counted('attachments', row.newAttachments),
      ]
      return parts.join(' · ') || t('customers.holds.card')
    },
    /** What comes back in a mode. */
    effect: (row: RestorableRow, mode: RestoreMode): string => {
      const { status, kind, fields, emptyFields, newFollowUps, changedFollowUps, newTags } = row
      const isWhole = mode === 'replace' || status === 'missing'
      const parts = [
        ...(status === 'missing' ? [t('customers.holds.card')] : []),
        ...fieldsOf(mode === 'replace' ? fields : emptyFields, kind),
        ...counted('values', row.newValues),
        ...counted('changedValues', mode === 'replace' ? row.changedValues : 0),
        ...counted('followUps', newFollowUps),
        ...counted('changedFollowUps', mode === 'replace' ? changedFollowUps : 0),
        ...counted('tags', newTags),
        ...counted('contacts', row.newContacts),
        ...counted('points', row.newPoints),
        ...counted('changedContacts', mode === 'replace' ? row.changedContacts : 0),
        ...counted('records', isWhole ? row.newRecords : 0),
        ...counted('attachments', row.newAttachments),
      ]
      return parts.join(' · ') || t('customers.holds.nothingToFill')
    },
  }
}
