import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '@renderer/lib/ime'
import settings from '../settings.module.css'
import styles from './ownership-section.module.css'

/** A whole number where 0 means off; kept when the field is left or Enter is pressed, not at every key. */
export function NumberRow({
  label,
  unit,
  note,
  value,
  largest,
  onChange,
}: {
  label: string
  unit: string
  /** What the number in force does. */
  note: string
  value: number
  largest: number
  onChange: (value: number) => void
}) {
  const { t } = useTranslation('ownership')
  const id = useId()
  const noteId = `${id}-note`
  const [typed, setTyped] = useState<number | null>(value)

  const keep = () => {
    if (typed === null) setTyped(value)
    else if (typed !== value) onChange(typed)
  }
  return (
    <div className={settings.row}>
      <label htmlFor={id} className={settings.label}>
        {label}
      </label>
      <div className={settings.value}>
        <InputNumber<number>
          id={id}
          className={styles.number ?? ''}
          value={typed}
          min={0}
          max={largest}
          precision={0}
          suffix={unit}
          aria-describedby={noteId}
          onChange={setTyped}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) keep()
          }}
        />
        <p id={noteId} className={styles.note}>
          {value === 0 ? note : `${note} · ${t('zeroIsOff')}`}
        </p>
      </div>
    </div>
  )
}
