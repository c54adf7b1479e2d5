import { Button } from 'antd'
import { Paperclip, Upload } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import type { Relation } from '@shared/core/permissions'
import { maxAttachmentBytes } from '@shared/features/attachments/attachments.rules'
import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { AttachmentRow } from './attachment-row'
import styles from './attachments-tab.module.css'
import { EditDialog } from './edit-dialog'
import { AttachmentViewer } from './preview/attachment-viewer'
import { SavingLine, UploadLines } from './upload-lines'
import { useUploadStore } from './upload-store'
import { useAddFiles } from './use-add-files'
import { useAttachmentCommands } from './use-attachment-commands'
import { useDroppedFiles, usePastedFiles } from './use-dropped-files'
import { useSaving } from './use-saving'

/** The files of one customer: contracts, photos, signed forms. Added by button, by dropping, or from the clipboard. */
export function AttachmentsTab({
  customerId,
  relation,
  locked,
}: {
  customerId: number
  /** Whose the customer is: it decides who may add and delete. */
  relation: Relation
  /** Of a customer in the recycle bin: to be looked at only. */
  locked: boolean
}) {
  const { t } = useTranslation('attachments')
  const { data, error, refetch } = useRouteQuery('attachments.list', { customerId })
  const canWrite = useRights().may('customers.write', relation) && !locked
  const addFiles = useAddFiles(customerId)
  const errorToast = useErrorToast()
  const commands = useAttachmentCommands()
  const saving = useSaving(commands)
  const [shown, setShown] = useState<number | null>(null)
  const [edited, setEdited] = useState<AttachmentItem | null>(null)
  const isBusy = useUploadStore((state) => state.running !== null)
  const drop = useDroppedFiles({
    enabled: canWrite && !isBusy,
    onFiles: addFiles,
    onFolder: () => errorToast(new AppError('attachments.not-a-file')),
  })
  usePastedFiles(addFiles, { enabled: canWrite && !isBusy, nameOf: usePastedName() })

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { items } = data
  const current = items.find(({ id }) => id === shown)
  const remove = (item: AttachmentItem) => void commands.remove(item)
  return (
    <section
      className={drop.isOver ? `${styles.tab} ${styles.over}` : styles.tab}
      aria-label={t('title')}
      {...drop.handlers}
    >
      {canWrite && items.length > 0 && (
        <div className={styles.head}>
          <AddButton disabled={isBusy} onFiles={addFiles} />
          <span className={styles.hint}>
            {t('hint', { limit: maxAttachmentBytes / 1_000_000 })}
          </span>
        </div>
      )}
      <UploadLines customerId={customerId} />
      <SavingLine saving={saving} />
      {items.length === 0 ? (
        <EmptyState
          text={canWrite ? t('empty', { limit: maxAttachmentBytes / 1_000_000 }) : t('none')}
          actions={canWrite && <AddButton disabled={isBusy} onFiles={addFiles} />}
        />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <AttachmentRow
              key={item.id}
              item={item}
              actions={{
                open: () => setShown(item.id),
                saveAs: () => void saving.save(item),
                edit: canWrite ? () => setEdited(item) : null,
                remove: canWrite ? () => remove(item) : null,
              }}
            />
          ))}
        </ul>
      )}
      {drop.isOver && (
        <div className={styles.target} aria-hidden>
          <Upload size={20} strokeWidth={1.6} />
          {t('drop')}
        </div>
      )}
      {current && (
        <AttachmentViewer
          item={current}
          items={items}
          onShow={setShown}
          onSaveAs={() => void saving.save(current)}
          onEdit={canWrite ? () => setEdited(current) : null}
          onRemove={canWrite ? () => remove(current) : null}
          onClose={() => setShown(null)}
        />
      )}
      {edited && <EditDialog item={edited} commands={commands} onClose={() => setEdited(null)} />}
    </section>
  )
}

function AddButton({ disabled, onFiles }: { disabled: boolean; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('attachments')
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button disabled={disabled} onClick={() => field.current?.click()}>
        <Paperclip size={16} strokeWidth={1.6} aria-hidden />
        {t('add')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('add')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // So that choosing the same file again is a change, too.
          event.target.value = ''
        }}
      />
    </>
  )
}

/** 粘贴 2026-11-20 15.04.09.png: pictures of the clipboard have no name of their own. */
function usePastedName(): (file: File) => string {
  const { t } = useTranslation('attachments')
  return useCallback(
    (file) => {
      if (file.name !== '' && file.name !== 'image.png') return file.name
      const now = new Date()
      const two = (value: number) => String(value).padStart(2, '0')
      const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
      const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.')
      return `${t('pasted')} ${day} ${time}.png`
    },
    [t],
  )
}
