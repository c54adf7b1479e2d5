import { useTranslation } from 'react-i18next'
import type { Tier } from '@shared/features/customers/customers.enums'
import { Mark } from './mark'

const filledBars: Record<Tier, number> = { high: 3, potential: 2, normal: 1 }
const bars = [
  { x: 2, y: 10, height: 4 },
  { x: 6.5, y: 6.5, height: 7.5 },
  { x: 11, y: 3, height: 11 },
]

/** Tier as one, two or three bars of three, with its word or alone with a label. */
export function TierMark({
  tier,
  size = 14,
  withWord = true,
}: {
  tier: Tier
  size?: 14 | 16
  withWord?: boolean
}) {
  const { t } = useTranslation('common')
  const colour = tier === 'high' ? 'var(--kb-gold)' : 'var(--ant-color-text-secondary)'
  return (
    <Mark word={t(`tier.${tier}`)} withWord={withWord} size={size} colour={colour}>
      {bars.map((bar, index) => (
        <rect
          key={bar.x}
          x={bar.x}
          y={bar.y}
          width="3"
          height={bar.height}
          rx="0.8"
          stroke="none"
          fill={index < filledBars[tier] ? 'currentColor' : 'var(--ant-color-fill)'}
        />
      ))}
    </Mark>
  )
}
