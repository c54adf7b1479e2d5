import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { AttachmentsTab } from '@renderer/features/attachments/attachments-tab'
import { useAttachmentCount } from '@renderer/features/attachments/use-attachment-count'
import { CustomerView, type CustomerTab } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return <Customer id={id} />
}

function Customer({ id }: { id: number }) {
  const { t } = useTranslation('attachments')
  const { may, level } = useRights()
  const attachments = useAttachmentCount(id)
  const attachmentsTab = ({ relation }: CustomerDetail): CustomerTab => ({
    key: 'attachments',
    label: t('title'),
    count: attachments,
    content: <AttachmentsTab key={id} customerId={id} relation={relation} />,
  })
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={(detail) =>
        level('notes', detail.relation) === 'full' ? [attachmentsTab(detail)] : []
      }
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
