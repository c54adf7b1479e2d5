import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { useRouteQuery } from '@renderer/lib/client'
import { isComposing } from '@renderer/lib/ime'
import { useRights } from '@renderer/lib/use-rights'
import styles from './quick-entry.module.css'

const most = 6

/** Finds a customer by a part of the name, its pinyin or first letters, or digits of a phone; those of last contact come first. */
export function CustomerPick({
  onPick,
  onClose,
}: {
  onPick: (customer: CustomerRow) => void
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const { may } = useRights()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { data, isPlaceholderData } = useRouteQuery(
    'customers.list',
    {
      filter: { text: text.trim() },
      sort: { by: 'lastInteractionAt', direction: 'desc' },
      limit: most,
    },
    { keepPrevious: true },
  )
  const rows = (data?.rows ?? []).filter(({ relation }) => may('follow-ups.write', relation))
  const current = Math.min(active, rows.length - 1)

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = rows[current]
    if (step !== undefined && rows.length > 0)
      setActive((current + step + rows.length) % rows.length)
    // Not one of the former answer: what was typed last decides.
    else if (event.key === 'Enter' && chosen && !isPlaceholderData) onPick(chosen)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.pick}>
      <Input
        autoFocus
        value={text}
        placeholder={t('quick.who')}
        aria-label={t('quick.who')}
        role="combobox"
        aria-expanded
        aria-controls="quick-customers"
        aria-activedescendant={rows[current] ? `quick-${rows[current].id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="quick-customers" role="listbox" aria-label={t('quick.who')} className={styles.list}>
        {data && rows.length === 0 && <li className={styles.none}>{t('quick.nobody')}</li>}
        {rows.map((row, index) => (
          <li
            key={row.id}
            id={`quick-${row.id}`}
            role="option"
            aria-selected={index === current}
            className={styles.option}
            onMouseMove={() => setActive(index)}
            onClick={() => onPick(row)}
          >
            <Avatar
              name={row.name}
              size={20}
              shape={row.kind === 'company' ? 'square' : 'circle'}
              isPrivate
            />
            <span data-private className={styles.name}>
              {row.name}
            </span>
            <span data-private className={styles.beside}>
              {[row.contactPerson, row.phoneMasked].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
