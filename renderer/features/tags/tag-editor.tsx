import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagChip as Chip } from '@shared/features/tags/tags.schema'
import { Kbd } from '@renderer/components/kbd'
import { SectionTitle } from '@renderer/components/section-title'
import { TagChip } from '@renderer/components/tag-chip'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { TagDialog } from './tag-dialog'
import styles from './tag-editor.module.css'
import { useTagCommands } from './use-tag-commands'

/** The tags of one customer: for those who may, a cross takes one off, T puts one on. */
export function TagEditor({
  customerId,
  name,
  canWrite,
  tags,
}: {
  customerId: number
  name: string
  /** False for those who only see them. */
  canWrite: boolean
  tags: readonly Chip[]
}) {
  const { t } = useTranslation('tags')
  const { detach } = useTagCommands()
  const [open, setOpen] = useState(false)
  useShortcut('t', () => setOpen(true), { enabled: canWrite })
  return (
    <>
      <SectionTitle
        action={
          canWrite && (
            <Button type="text" size="small" aria-label={t('add')} onClick={() => setOpen(true)}>
              <Plus size={14} strokeWidth={1.6} aria-hidden />
              <Kbd keys="t" />
            </Button>
          )
        }
      >
        {t('title')}
      </SectionTitle>
      {tags.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <div className={styles.tags}>
          {tags.map((tag) => (
            <TagChip
              key={tag.id}
              type={tag.type}
              name={tag.name}
              color={tag.color}
              {...(tag.automatic ? { title: `${tag.name} · ${t('automaticChip')}` } : {})}
              {...(canWrite && !tag.automatic
                ? { onRemove: () => void detach([customerId], tag) }
                : {})}
            />
          ))}
        </div>
      )}
      {open && (
        <TagDialog
          customerIds={[customerId]}
          name={name}
          worn={new Set(tags.map(({ id }) => id))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
