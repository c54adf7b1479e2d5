import { Button, Tooltip } from 'antd'
import type { LucideIcon } from 'lucide-react'
import { Kbd } from './kbd'
import styles from './icon-button.module.css'

/** A button of one icon with its label for screen readers and, in a tooltip, the label and the key. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  onClick,
  disabled = false,
  pressed,
  placement = 'bottom',
}: {
  icon: LucideIcon
  label: string
  keys?: string
  onClick: () => void
  disabled?: boolean
  /** For a switch: whether it is on. */
  pressed?: boolean
  placement?: 'bottom' | 'top' | 'left' | 'right'
}) {
  const title = (
    <span className={styles.tip}>
      {label}
      {keys && <Kbd keys={keys} />}
    </span>
  )
  return (
    <Tooltip title={title} placement={placement}>
      <Button
        type="text"
        className={styles.button ?? ''}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
        icon={<Icon size={16} strokeWidth={1.6} aria-hidden />}
      />
    </Tooltip>
  )
}
