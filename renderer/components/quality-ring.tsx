import { useTranslation } from 'react-i18next'
import type { QualityMark } from '@shared/features/quality/quality.schema'
import { Mark } from './mark'

const segments = ['complete', 'current', 'accurate'] as const
const colours = ['lost', 'lost', 'intent', 'won'] as const
/** Of 360: what is drawn of a third, and the gap before it. */
const [arc, gap] = [92, 14]

/** 3C as a ring of three segments, from the top clockwise 完整 及时 准确; what does not hold is grey (R064). */
export function QualityRing({ mark, size = 14 }: { mark: QualityMark; size?: 14 | 16 }) {
  const { t } = useTranslation('quality')
  const score = segments.filter((name) => mark[name]).length
  const words = segments.map((name) => t(mark[name] ? `has.${name}` : `lacksOf.${name}`))
  return (
    <Mark
      word={t('ring', { score, words: words.join(t('customers:list.and')) })}
      withWord={false}
      size={size}
      colour={`var(--kb-stage-${colours[score] ?? 'lost'})`}
    >
      {segments.map((name, index) => (
        <circle
          key={name}
          cx="8"
          cy="8"
          r="5.8"
          pathLength="360"
          strokeWidth="2.4"
          strokeLinecap="butt"
          strokeDasharray={`${arc} ${360 - arc}`}
          strokeDashoffset={-gap}
          transform={`rotate(${index * 120 - 90} 8 8)`}
          stroke={mark[name] ? 'currentColor' : 'var(--ant-color-fill)'}
        />
      ))}
    </Mark>
  )
}
