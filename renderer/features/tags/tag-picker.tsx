import { Input, Segmented } from 'antd'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagInput, tagTypes, type TagInput, type TagType } from '@shared/features/tags/tags.schema'
import { TagChip } from '@renderer/components/tag-chip'
import { useRouteQuery } from '@renderer/lib/client'
import { useFieldError } from '@renderer/lib/field-error'
import { isPlainEnter } from '@renderer/lib/ime'
import { listTagChoices } from './match-tags'
import styles from './tag-picker.module.css'

/** Finds a tag by its name or makes a new one of the chosen type; arrows choose, Enter takes. */
export function TagPicker({
  worn,
  onPick,
}: {
  worn: ReadonlySet<number>
  onPick: (tag: TagInput) => void
}) {
  const { t } = useTranslation('tags')
  const fieldError = useFieldError()
  const listId = useId()
  const { data } = useRouteQuery('tags.list', {})
  const [type, setType] = useState<TagType>('need')
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [error, setError] = useState<string>()
  const choices = listTagChoices(data?.tags ?? [], text, type, worn)
  const chosen = Math.min(at, choices.length - 1)

  const pick = (tag: TagInput | undefined) => {
    if (!tag) return
    const parsed = tagInput.safeParse(tag)
    if (parsed.success) onPick(parsed.data)
    else setError(parsed.error.issues[0]?.message)
  }
  return (
    <div className={styles.picker}>
      <Segmented<TagType>
        block
        value={type}
        onChange={setType}
        aria-label={t('type')}
        options={tagTypes.map((one) => ({ value: one, label: t(`common:tagType.${one}`) }))}
      />
      <Input
        autoFocus
        value={text}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices[chosen] && `${listId}-${choices[chosen].key}`}
        aria-label={t('find')}
        placeholder={t('find')}
        {...(error ? { status: 'error' as const } : {})}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setError(undefined)
        }}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) {
            event.preventDefault()
            pick(choices[chosen]?.tag)
          }
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            const step = event.key === 'ArrowDown' ? 1 : -1
            if (choices.length > 0) setAt((chosen + step + choices.length) % choices.length)
          }
        }}
      />
      {error && (
        <div className={styles.error} role="alert">
          {fieldError(error)}
        </div>
      )}
      <ul id={listId} className={styles.list} role="listbox" aria-label={t('list')}>
        {choices.map(({ key, tag, color, customers, isNew }, index) => (
          <li
            key={key}
            id={`${listId}-${key}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.choice}
            onMouseEnter={() => setAt(index)}
            onClick={() => pick(tag)}
          >
            {isNew ? (
              <>
                <Plus size={14} strokeWidth={1.6} aria-hidden />
                {t('create', { type: t(`common:tagType.${tag.type}`), name: tag.name })}
              </>
            ) : (
              <>
                <TagChip type={tag.type} name={tag.name} color={color} />
                <span className={styles.count}>{t('wearers', { count: customers ?? 0 })}</span>
              </>
            )}
          </li>
        ))}
        {choices.length === 0 && <li className={styles.nothing}>{t('nothing')}</li>}
      </ul>
    </div>
  )
}
