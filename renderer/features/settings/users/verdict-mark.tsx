import { Check, EyeOff, Minus, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from './role-matrix.rules'
import styles from './role-matrix.module.css'

const icons: Record<Verdict, LucideIcon> = { all: Check, own: Check, masked: EyeOff, none: Minus }

/** 全部, 自己的, 遮住 or 不能: mark first, word beside it, colour last. `title` says more where there is more to say. */
export function VerdictMark({ verdict, title }: { verdict: Verdict; title?: string }) {
  const { t } = useTranslation('users')
  const Icon = icons[verdict]
  return (
    <span className={styles.verdict} data-verdict={verdict} title={title}>
      <Icon size={14} strokeWidth={1.6} aria-hidden className={styles.mark} />
      {t(`matrix.verdict.${verdict}`)}
    </span>
  )
}
