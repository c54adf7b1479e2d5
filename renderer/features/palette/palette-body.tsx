import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '@renderer/components/kbd'
import { useRouteQuery } from '@renderer/lib/client'
import { isComposing } from '@renderer/lib/ime'
import { listItems, readQuery, type PaletteCommand, type PaletteItem } from './palette-items'
import { PaletteList } from './palette-list'
import styles from './palette.module.css'

export type PaletteBodyProps = {
  commands: readonly PaletteCommand[]
  onClose: () => void
  onOpenCustomer: (id: number) => void
  /** null for those who may not make customers. */
  onNewCustomer: ((name: string) => void) | null
}

/** Field and list of the palette; the arrow keys move, Enter runs, the list follows what is typed. */
export function PaletteBody({
  commands,
  onClose,
  onOpenCustomer,
  onNewCustomer,
}: PaletteBodyProps) {
  const { t } = useTranslation('shell')
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const { text, commandsOnly } = readQuery(typed)
  const { data } = useRouteQuery(
    'customers.list',
    { filter: { text }, sort: { by: 'lastInteractionAt', direction: 'desc' }, limit: 5 },
    { enabled: text !== '' && !commandsOnly, keepPrevious: true },
  )
  const items = listItems(typed, data?.rows ?? [], commands, onNewCustomer !== null)
  const current = Math.min(active, items.length - 1)
  useEffect(() => field.current?.focus(), [])

  function run(item: PaletteItem): void {
    onClose()
    if (item.kind === 'customer') onOpenCustomer(item.customer.id)
    if (item.kind === 'command') item.command.run()
    if (item.kind === 'new-customer') onNewCustomer?.(item.name)
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event)) return
    // The dialog gives Esc to whatever opened last, which may be a tooltip under the pointer.
    if (event.key === 'Escape') onClose()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setActive((current + step + items.length) % items.length)
    }
    const chosen = items[current]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      run(chosen)
    }
  }

  return (
    <div onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <Search size={18} strokeWidth={1.6} aria-hidden className={styles.glass} />
        <input
          ref={field}
          className={styles.field}
          value={typed}
          placeholder={t('search')}
          aria-label={t('search')}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={items[current] ? `palette-${items[current].key}` : undefined}
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
        />
        <Kbd keys="escape" />
      </div>
      <PaletteList items={items} text={text} active={current} onActive={setActive} onRun={run} />
      <footer className={styles.foot}>
        <Kbd keys="arrowup" />
        <Kbd keys="arrowdown" />
        <span>{t('palette.move')}</span>
        <Kbd keys="enter" />
        <span>{t('palette.open')}</span>
        <span className={styles.right}>
          <Kbd keys=">" />
          {t('palette.commands')}
        </span>
      </footer>
    </div>
  )
}
