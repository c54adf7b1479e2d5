import { Switch } from 'antd'
import { useId } from 'react'
import styles from './schedule-card.module.css'

/** One line of a card: what it is about, and whether it is on. */
export function SwitchRow({
  label,
  checked,
  disabled,
  onChange,
}: {
  label: string
  checked: boolean
  disabled: boolean
  onChange: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <Switch id={id} size="small" checked={checked} disabled={disabled} onChange={onChange} />
    </div>
  )
}
