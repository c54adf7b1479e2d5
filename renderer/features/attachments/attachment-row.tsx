import { Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { kindOf, previewOf } from '@shared/features/attachments/media-type.rules'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { usePrivacy } from '@renderer/lib/privacy'
import { attachmentUrl } from './attachment-bytes'
import { AttachmentIcon } from './attachment-icon'
import styles from './attachment-row.module.css'

/** Larger pictures are drawn when they are opened, not in the list. */
const thumbnailBytes = 3_000_000

export type RowActions = {
  open: () => void
  saveAs: () => void
  /** null for those who only read. */
  edit: (() => void) | null
  remove: (() => void) | null
}

/** One file: what it is, its name, and who brought it when. */
export function AttachmentRow({ item, actions }: { item: AttachmentItem; actions: RowActions }) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const { open, saveAs, edit, remove } = actions
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={open}>
        <Thumbnail item={item} />
        <span className={styles.words}>
          <PrivateText text={item.fileName} className={styles.name} />
          {item.note && <PrivateText text={item.note} className={styles.note} />}
        </span>
      </button>
      <span className={styles.category}>{t(`category.${item.category}`)}</span>
      <span className={styles.kind}>{t(`kind.${kindOf(item.mediaType)}`)}</span>
      <span className={styles.size}>{format.bytes(item.bytes)}</span>
      <span className={styles.who}>{item.creatorName}</span>
      <time
        className={styles.day}
        dateTime={new Date(item.createdAt).toISOString()}
        title={format.full(item.createdAt)}
      >
        {format.day(item.createdAt)}
      </time>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'open', label: t('open'), onClick: open },
            { key: 'save', label: t('saveAs'), onClick: saveAs },
            ...(edit ? [{ key: 'edit', label: t('edit'), onClick: edit }] : []),
            ...(remove
              ? [{ key: 'delete', label: t('delete'), danger: true, onClick: remove }]
              : []),
          ],
        }}
      >
        <button type="button" className={styles.more} aria-label={t('more')}>
          <Ellipsis size={14} strokeWidth={1.6} aria-hidden />
        </button>
      </Dropdown>
    </li>
  )
}

function Thumbnail({ item }: { item: AttachmentItem }) {
  const covered = usePrivacy()
  const isDrawn = !covered && previewOf(item.mediaType) === 'image' && item.bytes <= thumbnailBytes
  return (
    <span className={styles.thumbnail}>
      {isDrawn ? (
        <img
          src={attachmentUrl(item.id)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      ) : (
        <AttachmentIcon mediaType={item.mediaType} />
      )}
    </span>
  )
}
