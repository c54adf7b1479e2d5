import { Button, Modal } from 'antd'
import { ChevronLeft, ChevronRight, Download, PencilLine, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { kindOf } from '@shared/features/attachments/media-type.rules'
import { IconButton } from '@renderer/components/icon-button'
import { useFormat } from '@renderer/lib/format'
import { usePrivacy } from '@renderer/lib/privacy'
import styles from './attachment-viewer.module.css'
import { Preview } from './preview'

/** One file over the page: what it shows, what is known of it, and what can be done. ← and → go to its neighbours. */
export function AttachmentViewer({
  item,
  items,
  onShow,
  onSaveAs,
  onEdit,
  onRemove,
  onClose,
}: {
  item: AttachmentItem
  items: readonly AttachmentItem[]
  onShow: (id: number) => void
  onSaveAs: () => void
  /** null for those who only read. */
  onEdit: (() => void) | null
  onRemove: (() => void) | null
  onClose: () => void
}) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const at = items.findIndex(({ id }) => id === item.id)
  const [previous, next] = [items[at - 1], items[at + 1]]
  return (
    <Modal
      open
      width="min(1080px, calc(100vw - 48px))"
      style={{ top: 24 }}
      footer={null}
      title={
        <span data-private className={styles.name}>
          {item.fileName}
        </span>
      }
      onCancel={onClose}
    >
      <div
        className={styles.viewer}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft' && previous) onShow(previous.id)
          if (event.key === 'ArrowRight' && next) onShow(next.id)
        }}
      >
        <div className={styles.bar}>
          <span className={styles.facts}>
            {[
              t(`category.${item.category}`),
              t(`kind.${kindOf(item.mediaType)}`),
              format.bytes(item.bytes),
              t('by', { who: item.creatorName, when: format.day(item.createdAt) }),
            ].join(' · ')}
          </span>
          <IconButton
            icon={ChevronLeft}
            label={t('previous')}
            disabled={!previous}
            onClick={() => previous && onShow(previous.id)}
          />
          <IconButton
            icon={ChevronRight}
            label={t('next')}
            disabled={!next}
            onClick={() => next && onShow(next.id)}
          />
          {onEdit && <IconButton icon={PencilLine} label={t('edit')} onClick={onEdit} />}
          {onRemove && <IconButton icon={Trash2} label={t('delete')} onClick={onRemove} />}
          <Button onClick={onSaveAs}>
            <Download size={16} strokeWidth={1.6} aria-hidden />
            {t('saveAs')}
          </Button>
        </div>
        {item.note && (
          <p data-private className={styles.note}>
            {item.note}
          </p>
        )}
        <div className={styles.stage}>
          <Covered>
            <Preview key={item.id} item={item} />
          </Covered>
        </div>
      </div>
    </Modal>
  )
}

/** Nothing of a file is drawn while privacy mode is on (R089). */
function Covered({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('attachments')
  return usePrivacy() ? <p className={styles.words}>{t('covered')}</p> : children
}
