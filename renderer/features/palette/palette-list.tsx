import { CornerDownLeft, UserPlus } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '@renderer/components/avatar'
import { Kbd } from '@renderer/components/kbd'
import { StageMark } from '@renderer/components/stage-mark'
import { TierMark } from '@renderer/components/tier-mark'
import { coverText, usePrivacy } from '@renderer/lib/privacy'
import { splitMatch, type PaletteItem } from './palette-items'
import styles from './palette.module.css'

type Props = {
  items: readonly PaletteItem[]
  text: string
  active: number
  onActive: (index: number) => void
  onRun: (item: PaletteItem) => void
}

/** The listbox of the palette, grouped; the active option stays in view. */
export function PaletteList({ items, text, active, onActive, onRun }: Props) {
  const { t } = useTranslation('shell')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id="palette-list"
      role="listbox"
      aria-label={t('search')}
      className={styles.list}
    >
      {items.length === 0 && <p className={styles.nothing}>{t('palette.nothing')}</p>}
      {items.map((item, index) => {
        const group = groupOf(item)
        const former = items[index - 1]
        const begins = !former || groupOf(former) !== group
        return (
          <Fragment key={item.key}>
            {begins && (
              <div className={styles.group} role="presentation">
                {t(`palette.group.${group}`)}
              </div>
            )}
            <div
              id={`palette-${item.key}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              onMouseMove={() => onActive(index)}
              onClick={() => onRun(item)}
            >
              <Option item={item} text={text} />
              {index === active && (
                <CornerDownLeft size={14} strokeWidth={1.6} aria-hidden className={styles.glass} />
              )}
            </div>
          </Fragment>
        )
      })}
    </div>
  )
}

function Option({ item, text }: { item: PaletteItem; text: string }) {
  const { t } = useTranslation('shell')
  const covered = usePrivacy()
  if (item.kind === 'new-customer')
    return (
      <>
        <UserPlus size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
        <span className={styles.label}>
          {t('newCustomerNamed', { name: covered ? coverText(item.name) : item.name })}
        </span>
      </>
    )
  if (item.kind === 'command') {
    const { icon: Icon, label, keys } = item.command
    return (
      <>
        <Icon size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
        <Label label={label} text={text} />
        {keys && <Kbd keys={keys} />}
      </>
    )
  }
  const { name, contactPerson, phoneMasked, kind, stage, tier } = item.customer
  return (
    <>
      <Avatar name={name} size={20} shape={kind === 'company' ? 'square' : 'circle'} isPrivate />
      <span data-private className={styles.label}>
        <Label label={name} text={text} />
        <span className={styles.beside}>
          {[contactPerson, phoneMasked].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={styles.marks}>
        <StageMark stage={stage} />
        <TierMark tier={tier} />
      </span>
    </>
  )
}

function Label({ label, text }: { label: string; text: string }) {
  return (
    <span className={styles.name}>
      {splitMatch(label, text).map((part, index) =>
        part.hit ? (
          <mark key={index} className={styles.hit}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  )
}

function groupOf(item: PaletteItem): string {
  if (item.kind === 'customer') return 'customers'
  if (item.kind === 'new-customer') return 'commands'
  return item.command.group === 'place' ? 'places' : 'commands'
}
