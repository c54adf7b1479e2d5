import { reachedBy } from '@shared/features/contacts/contacts.rules'
import { CustomerDrawer } from '@renderer/features/customers/form/customer-drawer'
import { DraftMatches } from '@renderer/features/duplicates/draft-matches'
import { PaperEntry } from '@renderer/features/quick-add/paper/paper-entry'

/** Paper forms in a row; a correction opens the form of the customer. */
export function PaperPage() {
  return (
    <PaperEntry
      editor={(id, onClose) => <CustomerDrawer id={id} name="" onClose={onClose} />}
      duplicates={({ kind, name, contactPerson, phone, email, points, creditCode }) => (
        <DraftMatches
          draft={{
            ...{ id: null, kind, name, contactPerson: contactPerson ?? '' },
            ...reachedBy({ phone, email, points }),
            creditCode: creditCode ?? '',
          }}
        />
      )}
    />
  )
}
