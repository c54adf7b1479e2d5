import { Checkbox, Input, Popover } from 'antd'
import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './filter-row.module.css'

export type FilterOption<V> = { value: V; text: string; label: React.ReactNode }

/**
 * One condition of the filter row: a chip that opens a list of boxes. With values chosen it names them and can be
 * dropped by its cross.
 */
export function FilterDropdown<V extends string | number>({
  name,
  options,
  chosen,
  onChange,
  search,
  empty,
}: {
  name: string
  options: FilterOption<V>[]
  chosen: readonly V[]
  onChange: (values: V[]) => void
  /** Label of a search box above long lists. */
  search?: string
  empty?: string
}) {
  const { t } = useTranslation('customers')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const words = options.filter(({ value }) => chosen.includes(value)).map((option) => option.text)
  const active = chosen.length > 0
  const shown = options.filter((option) => option.text.toLowerCase().includes(text.toLowerCase()))

  const list = (
    <div className={styles.options} role="dialog" aria-label={name}>
      {search !== undefined && options.length > 8 && (
        <Input
          size="small"
          value={text}
          placeholder={search}
          aria-label={search}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {options.length === 0 && <p className={styles.noOptions}>{empty}</p>}
      <div className={styles.boxes}>
        {shown.map((option) => (
          <Checkbox
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, option.value]
                  : chosen.filter((value) => value !== option.value),
              )
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
    </div>
  )

  return (
    <span className={active ? `${styles.chip} ${styles.active}` : styles.chip}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={open}
        onOpenChange={setOpen}
        content={list}
      >
        <button
          type="button"
          className={styles.chipButton}
          aria-expanded={open}
          aria-haspopup="dialog"
        >
          <span>{name}</span>
          {active ? (
            <strong className={styles.values}>
              {words.length > 2
                ? t('list.more', { first: words[0], count: words.length })
                : words.join(' · ')}
            </strong>
          ) : (
            <ChevronDown size={13} strokeWidth={1.6} aria-hidden />
          )}
        </button>
      </Popover>
      {active && (
        <button
          type="button"
          className={styles.drop}
          aria-label={t('list.dropCondition', { name })}
          onClick={() => onChange([])}
        >
          <X size={13} strokeWidth={1.6} aria-hidden />
        </button>
      )}
    </span>
  )
}
