import { Eye, EyeOff } from 'lucide-react'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './reveal-value.module.css'

/** A hidden value and its eye: shows it whole for 30 s, then hides it again. */
export function RevealValue({
  masked,
  shown,
  label,
  onToggle,
}: {
  masked: string | null
  shown: string | null | undefined
  label: string
  onToggle: () => void
}) {
  const { t } = useTranslation('customers')
  if (masked === null) return <span className={styles.none}>—</span>
  const open = shown !== undefined && shown !== null
  const Icon = open ? EyeOff : Eye
  const action = t(open ? 'page.conceal' : 'page.reveal')
  return (
    <span className={styles.value}>
      <span className={open ? styles.open : undefined}>{open ? shown : masked}</span>
      <Tooltip title={action}>
        <button
          type="button"
          className={styles.eye}
          aria-label={`${label} · ${action}`}
          aria-pressed={open}
          onClick={onToggle}
        >
          <Icon size={14} strokeWidth={1.6} aria-hidden />
        </button>
      </Tooltip>
    </span>
  )
}
