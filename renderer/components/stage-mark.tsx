import { useTranslation } from 'react-i18next'
import type { Stage } from '@shared/features/customers/customers.enums'
import { Mark } from './mark'

const shapes: Record<Stage, React.ReactNode> = {
  prospect: <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />,
  intent: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" stroke="none" />
    </>
  ),
  won: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
      <path d="m5 8.2 2.1 2.1L11 6.2" stroke="var(--ant-color-bg-container)" />
    </>
  ),
  repeat: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
      <path d="M10.7 6.6A3.1 3.1 0 1 0 11 8.6" stroke="var(--ant-color-bg-container)" />
      <path d="M11.2 4.6v2.3H8.9" stroke="var(--ant-color-bg-container)" />
    </>
  ),
  lost: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
}

/** Stage by shape first, colour second; with its word, or alone with a label. */
export function StageMark({
  stage,
  size = 14,
  withWord = true,
}: {
  stage: Stage
  size?: 14 | 16
  withWord?: boolean
}) {
  const { t } = useTranslation('common')
  return (
    <Mark
      word={t(`stage.${stage}`)}
      withWord={withWord}
      size={size}
      colour={`var(--kb-stage-${stage})`}
    >
      {shapes[stage]}
    </Mark>
  )
}
