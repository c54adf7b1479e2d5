import { Navigate, useParams } from 'react-router'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { CheckMark, ChecksSection } from '@renderer/features/quality/checks-section'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  const { may } = useRights()
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={() => []}
      side={(detail) => <ChecksSection detail={detail} />}
      check={(detail, field) => <CheckMark detail={detail} field={field} />}
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
