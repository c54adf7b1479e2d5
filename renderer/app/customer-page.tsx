import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { FieldHistory } from '@renderer/features/history/field-history'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  const { may } = useRights()
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={(detail) => [
        {
          key: 'history',
          label: t('fields'),
          count: null,
          content: (
            <FieldHistory
              key={detail.id}
              customerId={detail.id}
              onOpenCustomer={(other) => void navigate(`/customers/${other}`)}
            />
          ),
        },
      ]}
      side={() => null}
      profile={() => null}
      activity={(detail) => (
        <Activity
          customerId={detail.id}
          relation={detail.relation}
          locked={detail.deletedAt !== null}
        />
      )}
      tags={(detail) => (
        <TagEditor
          key={detail.id}
          customerId={detail.id}
          name={detail.name}
          canWrite={may('tags.write', detail.relation) && detail.deletedAt === null}
          tags={detail.tags}
        />
      )}
    />
  )
}
