import { useState } from 'react'
import { useRouteQuery } from '@renderer/lib/client'
import { AttachmentViewer } from './preview/attachment-viewer'
import { SavingLine } from './upload-lines'
import { useAttachmentCommands } from './use-attachment-commands'
import { useSaving } from './use-saving'

/** One file of a customer over any page that names it; to look at and to save. */
export function OpenedAttachment({
  customerId,
  fileId,
  onClose,
}: {
  customerId: number
  fileId: number
  onClose: () => void
}) {
  const { data } = useRouteQuery('attachments.list', { customerId })
  const saving = useSaving(useAttachmentCommands())
  const [shown, setShown] = useState(fileId)
  const items = data?.items ?? []
  const item = items.find(({ id }) => id === shown)
  return (
    <>
      <SavingLine saving={saving} />
      {item && (
        <AttachmentViewer
          {...{ item, items, onClose }}
          onShow={setShown}
          onSaveAs={() => void saving.save(item)}
          onEdit={null}
          onRemove={null}
        />
      )}
    </>
  )
}
