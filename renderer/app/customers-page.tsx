import { CustomerList } from '@renderer/features/customers/customer-list'
import { RecentActivity } from '@renderer/features/follow-ups/recent-activity'
import { QuickAdd } from '@renderer/features/quick-add/quick-add'
import { QuickEntryButtons } from '@renderer/features/quick-add/quick-entry-buttons'
import { nextCard } from '@renderer/features/quick-add/quick-add-store'
import { TagDialog } from '@renderer/features/tags/tag-dialog'

/** The list of customers with what it shows of follow-ups and tags. */
export function CustomersPage() {
  return (
    <>
      <CustomerList
        recent={(customerId) => <RecentActivity customerId={customerId} />}
        tagDialog={({ ids, name }, onClose) => (
          <TagDialog customerIds={ids} name={name} onClose={onClose} />
        )}
        entry={<QuickEntryButtons />}
        onCardSaved={nextCard}
      />
      <QuickAdd />
    </>
  )
}
