import { Navigate, useParams } from 'react-router'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { useMergedInto } from '@renderer/features/duplicates/use-merged-into'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return <OneCustomer id={id} />
}

function OneCustomer({ id }: { id: number }) {
  const { may } = useRights()
  const mergedInto = useMergedInto(id)
  if (mergedInto !== null) return <Navigate to={`/customers/${mergedInto}`} replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={() => []}
      side={() => null}
      profile={() => null}
      activity={(detail) => <Activity customerId={detail.id} relation={detail.relation} />}
      tags={(detail) => (
        <TagEditor
          key={detail.id}
          customerId={detail.id}
          name={detail.name}
          canWrite={may('tags.write', detail.relation)}
          tags={detail.tags}
        />
      )}
    />
  )
}
