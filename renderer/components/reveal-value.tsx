import { Copy, Eye, EyeOff, type LucideIcon } from 'lucide-react'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { clipboardMs } from '@shared/features/clipboard/clipboard.contract'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { usePrivacy } from '@renderer/lib/privacy'
import styles from './reveal-value.module.css'

/**
 * A hidden value and its eye: shows it whole for 30 s, then hides it again (R089). While it is shown it can be copied. In
 * privacy mode nothing is revealed.
 */
export function RevealValue({
  masked,
  shown,
  format = (value) => value,
  label,
  onToggle,
}: {
  masked: string | null
  /** The whole value while it is revealed. */
  shown: string | null | undefined
  /** How the whole value is written for the eye. */
  format?: (value: string) => string
  label: string
  /** null: one's role sees the value masked only. */
  onToggle: (() => void) | null
}) {
  const { t } = useTranslation(['common', 'privacy'])
  const toast = useToast()
  const errorToast = useErrorToast()
  const covered = usePrivacy()
  if (masked === null) return <span className={styles.none}>—</span>
  const open = !covered && shown !== undefined && shown !== null
  const action = covered ? t('privacy:noReveal') : t(open ? 'reveal.hide' : 'reveal.show')

  const copy = async (text: string) => {
    try {
      await request('clipboard.copyRevealed', { text })
      toast(t('reveal.copied', { seconds: clipboardMs / 1000 }))
    } catch (error) {
      errorToast(error)
    }
  }
  return (
    <span className={styles.value}>
      <span data-private className={open ? styles.open : undefined}>
        {open ? format(shown) : masked}
      </span>
      {onToggle && (
        <SmallButton
          icon={open ? EyeOff : Eye}
          label={label}
          action={action}
          pressed={open}
          disabled={covered}
          onClick={onToggle}
        />
      )}
      {open && (
        <SmallButton
          icon={Copy}
          label={label}
          action={t('reveal.copy')}
          onClick={() => void copy(shown)}
        />
      )}
    </span>
  )
}

function SmallButton({
  icon: Icon,
  label,
  action,
  pressed,
  disabled = false,
  onClick,
}: {
  icon: LucideIcon
  label: string
  action: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip title={action}>
      <button
        type="button"
        className={styles.eye}
        aria-label={`${label} · ${action}`}
        aria-pressed={pressed}
        aria-disabled={disabled}
        onClick={disabled ? undefined : onClick}
      >
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </button>
    </Tooltip>
  )
}
