import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpEntry,
  FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { useUndoToast } from '@renderer/lib/announce'
import { findEditDraft, forgetEditDraft, keepEditDraft } from './composer-store'
import type { EntryCustomer } from './entry-customer'
import { FollowUpForm } from './follow-up-form'
import { saveEntry } from './save-entry'
import styles from './timeline.module.css'

/** An old entry, open for changes in its own place; unsaved changes come back next time. Files are added to those that are there. */
export function EditEntry({
  customer,
  entry,
  onClose,
}: {
  customer: EntryCustomer
  entry: FollowUpEntry
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  const [draft] = useState(() => findEditDraft(entry.id))
  const [saved] = useState(() => valuesOf(entry))
  const [files, setFiles] = useState<readonly File[]>([])
  const onDraft = useCallback(
    (values: FollowUpFormValues) => keepEditDraft(entry.id, values, saved),
    [entry.id, saved],
  )
  const end = () => {
    forgetEditDraft(entry.id)
    onClose()
  }
  return (
    <div className={styles.editor}>
      <FollowUpForm
        customer={customer}
        start={{ ...saved, ...draft }}
        files={files}
        mayAddTask={false}
        onFiles={setFiles}
        onDraft={onDraft}
        onDiscard={draft ? end : undefined}
        onClose={onClose}
        onSave={async ({ customerId: _customer, ...fields }) => {
          const { id } = entry
          await saveEntry(customer.id, files, 'follow-ups.update', (uploadIds) => ({
            ...{ id, fields, uploadIds },
          }))
          undoToast(t('toast.changed'))
          end()
        }}
      />
    </div>
  )
}

function valuesOf(entry: FollowUpEntry): FollowUpFormValues {
  const { customerId, type, occurredAt, content, outcome, contact } = entry
  const { nextFollowAt, nextType, nextAllDay } = entry
  return {
    ...{ customerId, type, occurredAt, content, outcome, contactId: contact?.id ?? null },
    ...{ nextFollowAt, nextType, nextAllDay, nextNote: entry.nextNote ?? '' },
  }
}
