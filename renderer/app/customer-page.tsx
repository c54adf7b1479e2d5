import { Navigate, useParams } from 'react-router'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { TagEditor } from '@renderer/features/tags/tag-editor'

/** One customer with their follow-ups and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      activity={(detail) => <Activity customerId={detail.id} />}
      tags={(detail) => (
        <TagEditor key={detail.id} customerId={detail.id} name={detail.name} tags={detail.tags} />
      )}
    />
  )
}
