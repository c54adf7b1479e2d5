import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagWithCount } from '@shared/features/tags/tags.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { TagChip } from '@renderer/components/tag-chip'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import styles from './tags-page.module.css'

/** Makes one tag of several: which of them stays is chosen, the one that most wear to begin with. */
export function MergeDialog({
  tags,
  survivorId,
  onDone,
  onClose,
}: {
  tags: readonly TagWithCount[]
  /** The one that stays, where that is known already. */
  survivorId: number | null
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('tags')
  const undoToast = useUndoToast()
  const [first] = tags.toSorted((a, b) => b.customers - a.customers)
  const [chosen, setChosen] = useState(survivorId ?? first?.id ?? 0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const merge = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await request('tags.merge', { survivorId: chosen, tagIds: tags.map(({ id }) => id) })
      const name = tags.find(({ id }) => id === chosen)?.name ?? ''
      undoToast(t('toast.merged', { count: tags.length, name }))
      onDone()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={t('mergeTitle', { count: tags.length })}
      lead={t('mergeLead')}
      action={t('merge')}
      busy={busy}
      error={problem}
      onSubmit={() => void merge()}
      onClose={onClose}
    >
      <Radio.Group
        className={styles.choices ?? ''}
        aria-label={t('survivor')}
        value={chosen}
        onChange={({ target }) => setChosen(Number(target.value))}
      >
        {tags.map((tag) => (
          <Radio key={tag.id} value={tag.id}>
            <span className={styles.choice}>
              <TagChip type={tag.type} name={tag.name} color={tag.color} />
              {t('wearers', { count: tag.customers })}
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </FormDialog>
  )
}
